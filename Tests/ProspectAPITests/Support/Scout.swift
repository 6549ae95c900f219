import ProspectAPI
import ProspectJSON

/// A provider with a login, paid operations, and one that is public, at any base URL.
enum Scout {
  static func provider(_ url: String) throws -> Provider {
    try Provider(description: description(url))
  }

  static let environment = ["SCOUT_USERNAME": "ada@example.com", "SCOUT_PASSWORD": "pa55\"word"]

  private static func description(_ url: String) -> JSON {
    [
      "name": "scout", "title": "Scout", "base_url": .string(url),
      "authentication": [
        "scheme": "bearer", "environment": "SCOUT_API_KEY",
        "login": [
          "environment": ["username": "SCOUT_USERNAME", "password": "SCOUT_PASSWORD"],
          "operation": "auth.login", "refresh": "auth.refresh",
          "access_token": ["access", "access_token"],
          "refresh_token": ["refresh", "refresh_token"],
        ],
      ],
      "errors": ["message": ["detail"]],
      "operations": [
        "auth.login": operation(
          "POST", "/login", "unrepeatable", isPublic: true, ["username", "password"]),
        "auth.refresh": operation("POST", "/refresh", "unrepeatable", isPublic: true, ["refresh"]),
        "things.list": operation("GET", "/things", "read"),
        "things.public": operation("GET", "/public", "read", isPublic: true),
        "things.delete": operation("DELETE", "/things", "natural"),
        "exports.start": operation("GET", "/exports", "reconciled"),
      ],
    ]
  }

  private static func operation(
    _ method: JSON, _ path: JSON, _ effect: JSON, isPublic: Bool = false, _ names: [String] = []
  ) -> JSON {
    let parameters = names.map {
      JSONObject.Member(name: $0, value: ["type": "string", "required": true])
    }
    return [
      "summary": "Does it.", "method": method, "path": path, "effect": effect,
      "public": .bool(isPublic), "parameters": .object(JSONObject(parameters)),
    ]
  }
}
