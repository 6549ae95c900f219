/// Where a provider's error answers keep what matters: dotted paths, the first that is there counts.
package struct ErrorEnvelope: Sendable {
  package let message: [String]
  package let code: [String]
  package let requestID: [String]

  init(_ table: DescriptionTable?) throws(DescriptionError) {
    try table?.allow(only: ["message", "code", "request_id"])
    message = try table?.paths("message") ?? []
    code = try table?.paths("code") ?? []
    requestID = try table?.paths("request_id") ?? []
  }
}
