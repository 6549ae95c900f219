import ProspectAPI
import ProspectJSON

/// A small provider for tests.
enum Acme {
  static func description(_ change: (inout JSONObject) -> Void = { _ in }) -> JSON {
    var object = JSONObject([])
    object["name"] = "acme"
    object["base_url"] = "https://api.acme.example/v1"
    object["authentication"] = ["scheme": "bearer", "environment": "ACME_API_KEY"]
    object["idempotency"] = ["header": "Idempotency-Key", "life": "24h"]
    object["operations"] = operations
    change(&object)
    return .object(object)
  }

  private static var operations: JSON {
    [
      "leads.create": [
        "summary": "Creates a lead.", "method": "POST", "path": "/leads", "effect": "keyed",
        "at_least_one": ["email", "full_name"],
        "parameters": [
          "email": ["type": "string", "max_length": 20],
          "full_name": ["type": "string"],
          "phone": ["type": "string", "nullable": true],
          "tags": ["type": "string[]"],
          "score": ["type": "integer", "min": 0, "max": 100],
          "stage": ["type": "string", "enum": ["new", "won"]],
          "seen_at": ["type": "date-time"],
        ],
      ],
      "leads.get": [
        "summary": "Reads a lead.", "method": "GET", "path": "/leads/{lead_id}", "effect": "read",
        "parameters": [
          "lead_id": ["type": "string", "required": true],
          "fields": ["type": "string[]"],
          "deleted": ["type": "boolean", "wire": "include_deleted"],
          "trace": ["type": "string", "at": "header", "wire": "X-Trace"],
        ],
      ],
      "exports.start": [
        "summary": "Starts an export.", "method": "POST", "path": "/exports", "effect": "keyed",
        "body": "empty_object",
        "job": [
          "id": "id", "poll": "leads.get", "argument": "lead_id", "status": "status",
          "done": ["ready"],
        ],
      ],
      "orders.create": [
        "summary": "Orders.", "method": "POST", "path": "/v2/orders", "root": true,
        "effect": "unrepeatable", "confirm": "An order costs money.",
        "exactly_one": ["plan", "plan_id"], "fixed": ["dry": false, "api": "2"],
        "cost": [
          "per": "row", "credits": 1,
          "rows": ["argument": "plan_id", "ask": "orders.count", "count": "total"],
        ],
        "parameters": [
          "plan": ["type": "string", "min_length": 2], "plan_id": ["type": "string"],
          "day": ["type": "date"],
          "tags": ["type": "string[]", "enum": ["hot", "cold"], "min_items": 1, "max_items": 2],
          "ship": [
            "type": "object",
            "fields": [
              "city": ["type": "string", "required": true, "wire": "town"],
              "floor": ["type": "integer", "min": 0, "nullable": true],
            ],
          ],
          "people": [
            "type": "object[]", "max_items": 2,
            "fields": ["email": ["type": "string", "required": true, "wire": "mail"]],
          ],
        ],
      ],
      "orders.count": [
        "summary": "Counts.", "method": "GET", "path": "/orders/count", "effect": "read",
        "parameters": ["plan_id": ["type": "string"]],
      ],
    ]
  }

  static func provider() throws -> Provider { try Provider(description: description()) }

  /// Sets a field deep inside an object; the path is given as names.
  static func with(_ path: [String], _ value: JSON?) -> JSON {
    func changed(_ json: JSON, _ path: ArraySlice<String>) -> JSON {
      guard let name = path.first, var object = json.object else { return json }
      object[name] =
        path.count == 1 ? value : changed(object[name] ?? .object([:]), path.dropFirst())
      return .object(object)
    }
    return changed(description(), path[...])
  }
}
