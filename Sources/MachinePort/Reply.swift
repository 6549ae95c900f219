/// The host's answer to one request.
package enum Reply: Equatable, Sendable {
  /// Success: a JSON value, facts about the call as a JSON object (empty when there are none), and
  /// for an opened file its descriptor. The descriptor travels beside the bytes (`SCM_RIGHTS`),
  /// attached to the first byte of this reply's frame.
  case value(json: [UInt8], meta: [UInt8] = [], descriptor: Int32? = nil)
  /// Failure: the error object as JSON (`kind`, `message`, …).
  case failure(json: [UInt8])
}
