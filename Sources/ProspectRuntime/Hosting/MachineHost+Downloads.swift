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
    guard links.contains(url, from: provider) else {
      throw RequestRefusal(
        .grant, "this link stands in no answer of \(provider.title) to this run",
        hint:
          "job:download fetches what the provider gave for the job; a recipe cannot choose the address"
      )
    }
    try countCall()
    // The link is another one each time, and a secret: what tells one download from another is where it goes.
    return await step("\(provider.name).download", .read, arguments: Array(path.utf8)) {
      step throws(RequestRefusal) in
      try await fetch(url, of: provider, into: try await grants.makePart(path), for: step)
    }
  }

  private func fetch(
    _ url: String, of provider: Provider, into part: PartFile, for step: Step
  ) async throws(RequestRefusal) -> StepOutcome {
    let file: (length: Int64, attempts: Int)
    do throws(CallError) {
      file = try await services.pipeline.download(
        url, for: provider, to: part.descriptor, budget: budget,
        deadline: timers.wallDeadline,
        observer: observer(CallWatch(downloadFrom: provider, step: step)))
    } catch {
      meter.callEnded(attempts: error.attempts)
      await grants.discard(part)
      var error = error
      if error.kind == .limit {
        error.hint = "raise the limit files, \(limits.files.inByteWords) for a run"
      }
      return StepOutcome(error, error.json())
    }
    meter.callEnded(attempts: file.attempts)
    try await grants.commit(part, without: services.secrets)
    let facts: JSON = ["path": .string(part.path.text), "bytes": .integer(file.length)]
    return .succeeded(response: facts.encoded, facts: [])
  }
}
