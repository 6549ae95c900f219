import ProspectAPI
import ProspectJSON

/// A provider with one operation of each effect class, at any base URL.
enum Shop {
  static func provider(_ url: String) throws -> Provider {
    try Provider(description: description(url))
  }

  /// One that has an argument which becomes a header field.
  static func described(headerParameter name: String) throws -> Provider {
    let parameter: JSON = ["type": "string", "at": "header", "wire": .string(name)]
    return try Provider(description: [
      "name": "shop", "base_url": "https://shop.example",
      "operations": [
        "things.list": operation("GET", "/things", "read", parameters: ["it": parameter])
      ],
    ])
  }

  private static func description(_ url: String) -> JSON {
    [
      "name": "shop", "title": "The Shop", "base_url": .string(url),
      "authentication": ["scheme": "bearer", "environment": "SHOP_API_KEY"],
      "errors": [
        "message": ["error.message", "detail"], "code": ["error.code", "validation_code"],
        "request_id": ["request_id"],
      ],
      "retry_after": ["wait"],
      "idempotency": ["header": "Idempotency-Key", "life": "24h"],
      "operations": [
        "things.list": operation("GET", "/things", "read"),
        "leads.create": operation(
          "POST", "/leads", "keyed", scopes: ["leads.write"],
          parameters: ["email": ["type": "string"]]),
        "leads.delete": operation(
          "DELETE", "/leads/{id}", "natural",
          parameters: ["id": ["type": "string", "required": true]]),
        "exports.start": operation("GET", "/exports", "reconciled"),
        "keys.create": operation("POST", "/keys", "unrepeatable"),
        "notes.create": operation("POST", "/notes", "natural", result: "data"),
      ],
    ]
  }

  private static func operation(
    _ method: JSON, _ path: JSON, _ effect: JSON, scopes: JSON = [], parameters: JSON = [:],
    result: JSON? = nil
  ) -> JSON {
    var operation: JSONObject = [
      "summary": "Does it.", "method": method, "path": path, "effect": effect, "scopes": scopes,
      "parameters": parameters,
    ]
    operation["result"] = result
    return .object(operation)
  }
}
