import ProspectJSON

extension JSON {
  /// A resource: every one begins with the same four members [seed 003].
  static func record(
    _ object: String, id: String, createdAt: Instant, updatedAt: Instant, _ members: JSONObject
  ) -> JSON {
    .object(
      JSONObject(
        [
          .init(name: "id", value: .string(id)),
          .init(name: "object", value: .string(object)),
          .init(name: "created_at", value: .string(createdAt.text)),
          .init(name: "updated_at", value: .string(updatedAt.text)),
        ] + members.members))
  }

  static func optional(_ instant: Instant?) -> JSON { .optional(instant?.text) }

  static func optional(_ value: Int?) -> JSON { value.map(JSON.integer) ?? .null }
}
