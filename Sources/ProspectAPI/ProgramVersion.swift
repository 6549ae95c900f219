/// The version of this program, for people and for the servers that it calls.
package enum ProgramVersion {
  package static let current = "0.1.0"

  /// The field `User-Agent` of every request (RFC 9110 §10.1.5).
  package static let userAgent = "prospect-run/\(current)"
}
