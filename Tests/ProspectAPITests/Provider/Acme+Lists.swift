import ProspectJSON

extension JSON {
  /// Fields that a test sets or, with nil, removes.
  typealias Changes = KeyValuePairs<String, JSON?>
}

extension Acme {
  /// The provider with a list whose paging is changed.
  static func withList(_ changes: JSON.Changes = [:]) -> JSON {
    var paging: JSONObject = [
      "style": "offset", "items": ["items", "data.items"], "argument": "offset",
      "size": ["argument": "limit", "value": 100],
    ]
    for (name, value) in changes { paging[name] = value }
    return with(
      ["operations", "leads.list"],
      [
        "summary": "Lists leads.", "method": "GET", "path": "/leads", "effect": "read",
        "paging": .object(paging),
        "parameters": [
          "offset": ["type": "integer"], "limit": ["type": "integer", "max": 100],
          "name": ["type": "string"],
        ],
      ])
  }
}
