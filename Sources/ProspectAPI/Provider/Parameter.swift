package import ProspectJSON

/// One argument of an operation: its name, type, limits, and where it goes in the request.
package struct Parameter: Sendable {
  /// The type that a recipe must give.
  package enum Kind: String, Sendable, CaseIterable {
    case string, integer, number, boolean
    case dateTime = "date-time"
    case strings = "string[]"
    case integers = "integer[]"
    case object
    case objects = "object[]"
    /// In a query: a string, number or boolean; in a body: whatever JSON can say.
    case any
  }

  /// Where the request carries it.
  package enum Place: String, Sendable, CaseIterable { case path, query, body, header }

  package let name: String
  package let kind: Kind
  package let place: Place
  /// Its name in the request, when that differs.
  package let wireName: String
  package let summary: String
  package let isRequired: Bool
  /// Whether `json.null` is a legal value.
  package let isNullable: Bool
  package let minimum: Double?
  package let maximum: Double?
  package let maximumLength: Int?
  /// The legal values; empty when all of the type are.
  package let choices: [JSON]

  static let fields = [
    "type", "at", "wire", "summary", "required", "nullable", "min", "max", "max_length", "enum",
    "source", "default",
  ]

  init(_ name: String, _ table: DescriptionTable, defaultPlace: Place) throws(DescriptionError) {
    try table.allow(only: Self.fields)
    self.name = name
    guard let kind = try table.word("type", Kind.self) else {
      throw table.mistake("type", "is missing")
    }
    self.kind = kind
    place = try table.word("at", Place.self) ?? defaultPlace
    wireName = try table.text("wire") ?? name
    summary = try table.text("summary") ?? ""
    isRequired = try table.flag("required")
    isNullable = try table.flag("nullable")
    minimum = try table.number("min")
    maximum = try table.number("max")
    maximumLength = try table.number("max_length").map { Int($0) }
    choices = try table.list("enum")
    if place != .body, kind == .object || kind == .objects {
      throw table.mistake("type", "\"\(kind.rawValue)\" can only be sent in a body")
    }
    if place == .path, kind == .strings || kind == .integers || isNullable {
      throw table.mistake("type", "a part of the path must be a single value")
    }
  }
}
