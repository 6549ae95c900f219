import HTTPTypes
import ProspectJSON

/// Why an operation answers with an error; each provider writes it into its own envelope.
struct Refusal: Error, Sendable {
  let status: Int
  let code: String
  let message: String
  var details: JSON?
  var headers: [(name: HTTPField.Name, value: String)] = []

  init(
    _ status: Int, _ code: String, _ message: String, details: JSON? = nil,
    headers: [(name: HTTPField.Name, value: String)] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.details = details
    self.headers = headers
  }
}
