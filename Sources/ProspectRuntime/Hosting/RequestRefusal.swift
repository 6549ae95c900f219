internal import ProspectJSON

/// Why the host does not do what a machine asked for; the recipe meets it as an error value.
struct RequestRefusal: Error, Equatable {
  var kind: RunFailure.Kind
  var message: String
  var hint: String?

  init(_ kind: RunFailure.Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  /// The error object of the port.
  var json: [UInt8] {
    var fields: JSONObject = ["kind": .string(kind.rawValue), "message": .string(message)]
    if let hint { fields["hint"] = .string(hint) }
    return JSON.object(fields).encoded
  }
}
