import HTTPTypes
import ProspectJSON

extension FaultyAnswer {
  /// Applies what goes wrong on the wire.
  ///
  /// - Returns: whether there was anything to apply, and what was drawn.
  mutating func apply(_ action: FaultAction, _ random: inout SplitMix64) -> (Bool, String?) {
    switch action {
    case .dropAnswer(let isReset):
      isDropped = true
      end = isReset ? .reset : .close
      return (true, nil)
    case .resetAfter(let count):
      most = min(count ?? random.below(max(body.count, 1)), body.count)
      end = .reset
      return (true, "reset after \(most ?? 0) of \(body.count) bytes")
    case .stall(let duration, let after):
      stall = (duration, after)
      return (true, nil)
    case .trickle(let bytes, let every):
      trickle = (bytes ?? max(1, body.count / 50), every)
      return (true, nil)
    case .contentLength(let error):
      lengthError = error
      return (true, "announced \(max(0, body.count + error)) of \(body.count) bytes")
    default:
      return (false, nil)
    }
  }
}

extension Answer {
  /// Applies what goes wrong with the answer before it is sent.
  ///
  /// - Returns: what was drawn.
  mutating func apply(_ action: FaultAction, _ random: inout SplitMix64) async throws -> String? {
    switch action {
    case .errorBody: status = 200
    case .statusAfter(let code, let fields):
      self = Answer(status: code, ["error": "a fault that was planned"])
      headers += fields.sorted { $0.key < $1.key }.map { (.known($0.key), $0.value) }
    case .truncatedJSON(let count):
      let whole = try await body.collected()
      let kept = min(count ?? 1 + random.below(max(whole.count - 1, 1)), whole.count)
      body = .bytes(Array(whole.prefix(kept)))
      return "cut to \(kept) of \(whole.count) bytes"
    case .malformedJSON(let form): spoil(form, &random)
    default: break
    }
    return nil
  }

  private mutating func spoil(_ form: FaultAction.Malformation, _ random: inout SplitMix64) {
    switch form {
    case .html:
      headers.removeAll { $0.name == .contentType }
      headers.append((.contentType, "text/html"))
      body = .bytes(Array("<!doctype html><title>Please log in</title><p>Gateway</p>\n".utf8))
    case .garbage:
      body = .bytes((0..<256).map { _ in UInt8(random.below(256)) })
    case .empty: body = .bytes([])
    case .null: body = .bytes(Array("null".utf8))
    }
  }
}
