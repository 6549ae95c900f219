internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON

extension MachineHost {
  /// Fetches a link that a provider gave into the output folder.
  ///
  /// Not a step of the journal: a file can be fetched again, and nobody sees it before it is whole.
  func download(
    _ provider: String, _ url: String, _ path: String
  ) async throws(RequestRefusal) -> Reply {
    guard let provider = try await services.providers.entry(provider)?.provider else {
      throw RequestRefusal(.usage, "there is no provider '\(provider)'")
    }
    try countCall()
    let part = try await grants.makePart(path)
    let length: Int64
    do throws(CallError) {
      length = try await services.pipeline.download(
        url, for: provider, to: part.descriptor, deadline: timers.wallDeadline)
    } catch {
      meter.callEnded(attempts: error.attempts)
      await grants.discard(part)
      return .failure(json: error.json())
    }
    meter.callEnded(attempts: 1)
    try await grants.commit(part)
    let facts: JSON = ["path": .string(part.path.text), "bytes": .integer(length)]
    return .value(json: facts.encoded)
  }
}
