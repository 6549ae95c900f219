extension CallPipeline {
  /// Hears how far a download is, on a thread of its own; must not block for long.
  package typealias DownloadProgress = @Sendable (_ written: Int64, _ total: Int64?) -> Void

  /// Fetches a file that a provider has made, into an open file, in parts and bounded memory.
  ///
  /// No credential is sent, redirects are followed within the origin of the link only, and a link to this machine is
  /// followed only when the provider itself is on it. An attempt that was cut off is resumed where the server allows it,
  /// else the file begins anew; giving it its name is the caller's.
  ///
  /// - Parameters:
  ///   - url: an absolute link, as the provider gave it. It does not appear in errors.
  ///   - descriptor: open for writing; it stays the caller's.
  ///   - budget: how much may be written; nil: a disk is the limit.
  /// - Returns: the length of the file in bytes, and how many requests it took.
  /// - Throws: `CallError`, with `linkExpired` as its code when another link may help; what has come until then stays in
  ///   the file.
  package func download(
    _ url: String, for provider: Provider, to descriptor: Int32, budget: FileBudget? = nil,
    deadline: ContinuousClock.Instant? = nil, progress: DownloadProgress? = nil,
    observer: CallObserver? = nil
  ) async throws(CallError) -> (length: Int64, attempts: Int) {
    secrets.add(link: url)
    let link = try DownloadLink(url, of: provider)
    let judge = DownloadJudge(policy: judge.policy, provider: provider, host: link.origin.host)
    let file = DownloadFile(descriptor, budget: budget, progress: progress)
    var count = DownloadCount()
    while true {
      let request = link.request(provider, await file.rangeFields, deadline)
      let before = await file.written
      let began = ContinuousClock.now
      let result = await fetch(request, into: file)
      count.attempted(written: await file.written)
      observer?(
        .attempted(
          CallAttempt(
            number: count.attempts, status: try? result.get().status,
            duration: began.duration(to: .now), received: Int(max(0, await file.written - before))))
      )
      switch judge.verdict(on: result, circumstances(count.fruitless, deadline)) {
      case .success: return (await file.written, count.attempts)
      case .startOver: await file.startOver()
      case .fail(var error):
        error.attempts = count.attempts
        throw error
      case .retry(let wait, let reason):
        observer?(.waiting(for: wait, reason: reason))
        let began = ContinuousClock.now
        let isOver = await rest(for: wait)
        observer?(.waited(began.duration(to: .now)))
        guard isOver else {
          throw CallError(
            kind: .cancelled, message: "the download was cancelled", provider: provider.name,
            attempts: count.attempts)
        }
      }
    }
  }

  /// One request, and a look at what has come of it.
  private func fetch(
    _ request: TransportRequest, into file: DownloadFile
  ) async -> Result<TransportResponse, TransportError> {
    do throws(TransportError) {
      let response = try await transport.download(request, to: file)
      let isWhole = await file.isWhole
      guard !response.isSuccess || isWhole else {
        throw TransportError(.lost, "a part of the file did not come", isUnsent: false)
      }
      return .success(response)
    } catch {
      return .failure(error)
    }
  }
}
