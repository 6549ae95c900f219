extension CallPipeline {
  /// Hears how far a download is, on a thread of its own; must not block for long.
  package typealias DownloadProgress = @Sendable (_ written: Int64, _ total: Int64?) -> Void

  /// Fetches a file that a provider has made, into an open file, in parts and bounded memory.
  ///
  /// No credential is sent, redirects are not followed, and a link to this machine is followed only when the provider
  /// itself is on it. The file is emptied before each attempt; giving it its name is the caller's.
  ///
  /// - Parameters:
  ///   - url: an absolute link, as the provider gave it. It does not appear in errors.
  ///   - descriptor: open for writing; it stays the caller's.
  /// - Returns: the length of the file in bytes.
  /// - Throws: `CallError`; what has come until then stays in the file.
  package func download(
    _ url: String, for provider: Provider, to descriptor: Int32,
    deadline: ContinuousClock.Instant? = nil, progress: DownloadProgress? = nil,
    observer: CallObserver? = nil
  ) async throws(CallError) -> Int64 {
    secrets.add(link: url)
    let link = try DownloadLink(url, of: provider)
    let request = link.request(provider, deadline: deadline)
    let judge = DownloadJudge(policy: judge.policy, provider: provider, host: link.origin.host)
    var attempt = 0
    while true {
      attempt += 1
      let file = DownloadFile(descriptor, progress: progress)
      let result = await fetch(request, into: file)
      switch judge.verdict(on: result, circumstances(attempt, deadline)) {
      case .success: return await file.written
      case .fail(let error): throw error
      case .retry(let wait, let reason):
        observer?(.waiting(for: wait, reason: reason))
        do { try await loop.sleep(for: wait) } catch {
          throw CallError(
            kind: .cancelled, message: "the download was cancelled", provider: provider.name)
        }
      }
    }
  }

  private func fetch(
    _ request: TransportRequest, into file: DownloadFile
  ) async -> Result<TransportResponse, TransportError> {
    do throws(TransportError) {
      return .success(try await transport.download(request, to: file))
    } catch {
      return .failure(error)
    }
  }
}
