import ProspectAPI
import ProspectJSON

/// A provider that has one of everything.
enum Fair {
  static func provider() throws -> Provider { try Provider(description: description) }

  static func operation(_ name: String) throws -> Operation {
    guard let operation = try provider().operations[name] else { throw Missing(name: name) }
    return operation
  }

  struct Missing: Error { var name: String }

  private static let description: JSON = [
    "name": "fair", "title": "The Fair", "summary": "Sells rides.",
    "base_url": "https://fair.example/v1",
    "idempotency": ["header": "Idempotency-Key"],
    "operations": [
      "rides.list": [
        "summary": "Lists the rides.", "method": "GET", "path": "/rides", "effect": "read",
        "source": "seed", "scopes": ["rides.read"],
        "returns": ["id": "string", "tags": "string[]"],
        "parameters": [
          "cursor": ["type": "string"],
          "limit": ["type": "integer", "min": 1, "max": 100, "default": 100],
          "color": ["type": "string", "enum": ["red", "blue"], "summary": "Paint of the\nride."],
        ],
        "paging": [
          "style": "cursor", "items": "data", "next": "next", "argument": "cursor",
          "size": ["argument": "limit", "value": 100],
        ],
        "example": "for ride in fair.rides.list() do print(ride.id) end",
      ],
      "rides.get": [
        "summary": "Reads a ride.", "method": "GET", "path": "/rides/{ride_id}", "effect": "read",
        "source": "pages", "life": "legacy",
        "parameters": ["ride_id": ["type": "string", "required": true]],
      ],
      "tickets.order": [
        "summary": "Orders tickets.", "notes": "Slow on Sundays.", "method": "POST",
        "path": "/tickets", "effect": "unrepeatable", "scopes": ["tickets.write", "money"],
        "confirm": "Tickets cost money.", "exactly_one": ["count", "ride_id"],
        "cost": ["per": "call", "credits": 2], "secrets": ["code"], "returns": ["code": "string"],
        "parameters": [
          "count": ["type": "integer"], "ride_id": ["type": "string", "nullable": true],
          "people": [
            "type": "object[]", "max_items": 3,
            "fields": ["name": ["type": "string", "required": true, "min_length": 1]],
          ],
        ],
        "job": [
          "id": "id", "poll": "rides.get", "argument": "ride_id", "status": "status",
          "done": ["printed", true], "failed": ["torn"], "download": "url",
          "results": ["operation": "rides.get", "argument": "ride_id"],
        ],
      ],
    ],
  ]
}
