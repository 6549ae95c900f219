internal import CSystemShims
internal import ProspectJSON

/// An error that comes with a good status: some servers, and guards in front of them, answer 200 with the body of an
/// error, or with none. Taken for a success, a write would be lost in silence.
enum HiddenError {
  /// Error bodies are short; longer answers are not looked at.
  private static let longest = 16 * 1024

  /// What the answer says in place of what its operation answers; nil when it is as it should be.
  ///
  /// Whether the operation did something before, nobody knows: as with an answer that is lost.
  static func find(in response: TransportResponse, on route: CallRoute) -> TransportError? {
    let body = response.body
    let names = route.expectedNames
    if !names.isEmpty, body.isNothing, response.status == 200 || response.status == 201 {
      return TransportError(.lost, "the answer is empty", isUnsent: false)
    }
    // Nearly every answer begins with one of its own names, so nearly none is parsed.
    guard body.count <= longest, !names.isEmpty, !names.contains(where: { body.holds($0) }),
      let answer = try? JSON.parse(body), answer.object != nil,
      let text = text(in: answer, route.provider.errors)
    else { return nil }
    return TransportError(
      .lost, "the answer tells an error with a good status: \(route.redacted(text))",
      isUnsent: false)
  }

  /// Members of which a good answer has at least one, as they stand in JSON; empty when none is documented.
  static func expectedNames(of operation: Operation) -> [[UInt8]] {
    let paths =
      (operation.result.map { [$0] } ?? []) + (operation.paging?.items ?? [])
    let outer = paths.compactMap { $0.split(separator: ".").first }
    let names = outer.isEmpty ? operation.returns.map { Substring($0.name) } : outer
    return names.map { Array("\"\($0)\"".utf8) }
  }

  private static func text(in answer: JSON, _ errors: ErrorEnvelope) -> String? {
    (errors.message + errors.code).lazy.compactMap { answer.at(path: $0)?.string }
      .first { !$0.isEmpty }
  }
}

extension [UInt8] {
  /// Whether a JSON text says nothing at all.
  fileprivate var isNothing: Bool {
    let text = drop { $0 <= 0x20 }
    return text.isEmpty || (text.count < 16 && text.prefix { $0 > 0x20 } == Array("null".utf8)[...])
  }

  /// Whether a text stands in this one anywhere.
  fileprivate func holds(_ text: [UInt8]) -> Bool {
    withUnsafeBytes { all in
      text.withUnsafeBytes { part in
        csys_holds(all.baseAddress, all.count, part.baseAddress, part.count)
      }
    }
  }
}
