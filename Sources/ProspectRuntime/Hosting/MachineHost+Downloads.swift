internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Fetches a link that a provider gave into the output folder.
  func download(
    _ provider: String, _ url: String, _ path: String
  ) async throws(RequestRefusal) -> Reply {
    guard let provider = try await services.providers.entry(provider)?.provider else {
      throw RequestRefusal(.usage, "there is no provider '\(provider)'")
    }
    guard links.contains(Link(provider: provider.name, url: url)) else {
      throw RequestRefusal(
        .grant, "this link stands in no answer of \(provider.title) to this run",
        hint:
          "job:download fetches what the provider gave for the job; a recipe cannot choose the address"
      )
    }
    try countCall()
    // The link is another one each time, and a secret: what tells one download from another is where it goes.
    return await step("\(provider.name).download", .read, arguments: Array(path.utf8)) {
      _ throws(RequestRefusal) in
      try await fetch(url, of: provider, into: try await grants.makePart(path))
    }
  }

  /// Remembers the links to files that a provider gives: only these are fetched, whatever a recipe asks for.
  func noteLinks(in reply: Reply, of target: ResolvedOperation) {
    guard !target.links.isEmpty, case .value(let json, _, _) = reply,
      let answer = try? parser.parse(json)
    else { return }
    let result = target.operation.payload(of: answer)
    for path in target.links {
      guard let url = result.at(path: path)?.string else { continue }
      links.insert(Link(provider: target.provider.name, url: url))
      services.secrets.add(link: url)
    }
  }

  private func fetch(
    _ url: String, of provider: Provider, into part: PartFile
  ) async throws(RequestRefusal) -> StepOutcome {
    let length: Int64
    do throws(CallError) {
      length = try await services.pipeline.download(
        url, for: provider, to: part.descriptor, deadline: timers.wallDeadline)
    } catch {
      meter.callEnded(attempts: error.attempts)
      await grants.discard(part)
      return StepOutcome(error, error.json())
    }
    meter.callEnded(attempts: 1)
    try await grants.commit(part, without: services.secrets)
    let facts: JSON = ["path": .string(part.path.text), "bytes": .integer(length)]
    return .succeeded(response: facts.encoded, facts: [])
  }
}

/// A link to a file, and the provider that gave it.
struct Link: Hashable {
  let provider: String
  let url: String
}
