/// The answer of a call that succeeded.
package struct CallResponse: Sendable {
  package var status: Int
  package var headers: ResponseHeaders
  /// A JSON document; `null` when the provider sent nothing.
  package var body: [UInt8]
  /// The provider's id of the request, when it stands in the header.
  package var requestID: String?
  /// How many requests were sent for this call.
  package var attempts: Int
  /// How long not to ask again, when the provider says so (`Retry-After`).
  package var wait: Duration?
  /// The address that was really connected to, of the proxy where there is one.
  package var address: String?
}
