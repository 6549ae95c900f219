/// What is known about a file that comes in several attempts: how the rest of it is asked for, and where an answer goes
/// (RFC 9110 §14).
struct Resumption: Equatable {
  enum Placement: Equatable {
    /// The file begins anew with this answer.
    case start
    /// The answer goes on behind what has come.
    case end
    /// It is another part of the file than was asked for, or of another file.
    case unfit
  }

  /// What says that the file is still the same: a strong entity tag, or a date. Nil: it can only begin anew.
  private(set) var validator: String?
  /// The length of the whole file; nil when nobody has said.
  private(set) var total: Int64?

  /// The fields that ask for what is missing, if that can be asked for; else for everything.
  func fields(written: Int64) -> [(name: String, value: String)] {
    guard written > 0, let validator else { return [] }
    return [("Range", "bytes=\(written)-"), ("If-Range", validator)]
  }

  /// Says where the body of a 2xx answer goes, and learns from its header.
  mutating func place(_ status: Int, _ headers: ResponseHeaders, written: Int64) -> Placement {
    guard status == 206 else {
      learn(headers)
      return .start
    }
    guard !fields(written: written).isEmpty, isSame(headers),
      let range = headers["content-range"].flatMap(ContentRange.init), range.first == written,
      total == nil || range.total == nil || total == range.total
    else {
      self = Resumption()
      return .unfit
    }
    total = total ?? range.total
    return .end
  }

  /// Whether the file has all its bytes, as far as anybody has said how many there are.
  func isWhole(written: Int64) -> Bool { total.map { $0 == written } ?? true }

  private mutating func learn(_ headers: ResponseHeaders) {
    self = Resumption()
    // Lengths and ranges count the bytes on the wire, and these are others.
    guard Self.isUnpacked(headers) else { return }
    total = headers["content-length"].flatMap(Int64.init).flatMap { $0 >= 0 ? $0 : nil }
    guard headers["accept-ranges"]?.lowercased() != "none" else { return }
    validator = Self.tag(headers) ?? Self.date(headers)
  }

  private func isSame(_ headers: ResponseHeaders) -> Bool {
    guard Self.isUnpacked(headers) else { return false }
    // A 206 repeats what a 200 would have said (RFC 9110 §15.3.7); one that says less is believed.
    let isTag = validator?.hasPrefix("\"") == true
    let said = isTag ? headers["etag"] : headers["last-modified"]
    return said == nil || said == validator
  }

  private static func isUnpacked(_ headers: ResponseHeaders) -> Bool {
    switch headers["content-encoding"]?.lowercased() {
    case nil, "", "identity": true
    default: false
    }
  }

  /// A weak tag allows other bytes with the same meaning (RFC 9110 §13.1.5).
  private static func tag(_ headers: ResponseHeaders) -> String? {
    headers["etag"].flatMap { tag in
      tag.utf8.count >= 2 && tag.hasPrefix("\"") && tag.hasSuffix("\"") ? tag : nil
    }
  }

  /// A date counts seconds: a file that changed in the second of the answer may change once more in it (RFC 9110 §8.8.2.2).
  private static func date(_ headers: ResponseHeaders) -> String? {
    guard headers["etag"] == nil, let text = headers["last-modified"],
      let changed = HTTPDate.seconds(text), let now = headers["date"].flatMap(HTTPDate.seconds),
      now > changed
    else { return nil }
    return text
  }
}

/// The field `Content-Range` of a single part: `bytes 5-9/10`, `bytes 5-9/*` (RFC 9110 §14.4).
struct ContentRange: Equatable {
  let first: Int64
  /// The length of the whole file; nil when the server does not know.
  let total: Int64?

  /// Nil for what is no such range, or makes no sense.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
    let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
    let bounds = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(Self.number)
    guard parts.count == 2, bounds.count == 2, let first = bounds[0], let last = bounds[1],
      first <= last
    else { return nil }
    let total = parts[1] == "*" ? nil : Self.number(parts[1])
    guard parts[1] == "*" || (total.map { $0 > last } ?? false) else { return nil }
    self.first = first
    self.total = total
  }

  /// Digits only: no sign.
  private static func number(_ text: Substring) -> Int64? {
    text.utf8.allSatisfy(\.isDigit) ? Int64(text) : nil
  }
}
