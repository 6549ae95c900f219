internal import CCurl
internal import CCurlShims

extension Exchange {
  /// Why there is no answer.
  func failure() -> TransportError {
    let isUnsent = ccs_exchange_request_bytes(pointer) == 0
    switch end {
    case .cancelled, nil:
      return TransportError(.cancelled, "the call was cancelled", isUnsent: isUnsent)
    case .stalled(let limit):
      return TransportError(.timeout(limit), Self.sentence(for: limit), isUnsent: isUnsent)
    case .fileFailed(let reason):
      return TransportError(.file, "the file cannot be written: \(reason)", isUnsent: isUnsent)
    case .fileTooLarge:
      return TransportError(.tooLarge, "it is larger than files may be here", isUnsent: isUnsent)
    case .unfit:
      return TransportError(
        .lost, "the server sent another part of the file than was asked for", isUnsent: false)
    case .code(let code):
      let kind = kind(of: code)
      return TransportError(kind, sentence(for: kind, code), isUnsent: isUnsent)
    }
  }

  private func kind(of code: CURLcode) -> TransportError.Kind {
    if ccs_exchange_is_too_large(pointer) { return .tooLarge }
    if ccs_exchange_is_crowded_out(pointer) { return .crowded }
    if let network = Networks(refusedBy: pointer) { return .network(network) }
    return switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
    case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: .connect
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .security
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR:
      .untrusted
    case CURLE_OPERATION_TIMEDOUT:
      .timeout(ccs_exchange_is_connected(pointer) ? .deadline : .connect)
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalid
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .resources
    default: .lost
    }
  }

  private func sentence(for kind: TransportError.Kind, _ code: CURLcode) -> String {
    switch kind {
    case .timeout(let limit): return Self.sentence(for: limit)
    case .tooLarge: return "the answer is larger than this call allows"
    case .crowded: return "too many large answers came at once"
    case .network(let network): return network.refusal
    case .resources: return "no memory or no descriptors are left for a request"
    case .lost where code == CURLE_OK: return "the connection ended within the header of the answer"
    default:
      return String(cString: ccs_exchange_error(pointer, code))
    }
  }

  private static func sentence(for limit: TransportError.Limit) -> String {
    switch limit {
    case .connect: "no connection was made in time"
    case .firstByte: "no answer came in time"
    case .idle: "the answer stopped coming"
    case .deadline: "the deadline of the call passed"
    }
  }
}
