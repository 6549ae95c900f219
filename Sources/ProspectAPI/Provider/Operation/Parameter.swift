package import ProspectJSON

/// One argument of an operation: its name, type, limits, and where it goes in the request.
package struct Parameter: Sendable {
  /// The type that a recipe must give.
  package enum Kind: String, Sendable, CaseIterable {
    case string, integer, number, boolean, date
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
  /// Empty when the description has none.
  package let summary: String
  package let isRequired: Bool
  /// Whether `json.null` is a legal value.
  package let isNullable: Bool
  /// Whether a recipe may hand on a secret here that a provider has shown, in an object or list: at any depth.
  package let takesSecret: Bool
  /// Limits of a number.
  package let minimum: Double?
  package let maximum: Double?
  /// Limits of a text, in characters.
  package let minLength: Int?
  package let maxLength: Int?
  /// Limits of a list.
  package let minItems: Int?
  package let maxItems: Int?
  /// The legal values, of a list: of its elements; empty when all of the type are.
  package let choices: [JSON]
  /// What an object, or each object of a list, may hold, in the order of the names; nil when anything goes.
  package let fields: [Parameter]?
  /// What the provider assumes when it is absent; only documentation.
  package let defaultText: String?
  /// How sure the description is that the provider has it; nil: as sure as of the operation.
  package let source: Operation.Source?

  init(_ name: String, _ table: DescriptionTable, defaultPlace: Place) throws(DescriptionError) {
    try table.allow(only: Self.fieldNames)
    self.name = name
    kind = try table.requiredWord("type", Kind.self)
    place = try table.word("at", Place.self) ?? defaultPlace
    wireName = try table.text("wire") ?? name
    summary = try table.text("summary") ?? ""
    isRequired = try table.flag("required")
    isNullable = try table.flag("nullable")
    takesSecret = try table.flag("secret")
    minimum = try table.number("min")
    maximum = try table.number("max")
    minLength = try table.count("min_length")
    maxLength = try table.count("max_length")
    minItems = try table.count("min_items")
    maxItems = try table.count("max_items")
    choices = try table.list("enum")
    fields = try Self.fields(of: table)
    defaultText = table.object["default"].map { $0.string ?? $0.text }
    source = try table.word("source", Operation.Source.self)
    try checkCoherence(table)
  }
}

extension Parameter.Kind {
  /// What one element of a list is; nil when this is no list.
  package var element: Parameter.Kind? {
    switch self {
    case .strings: .string
    case .integers: .integer
    case .objects: .object
    default: nil
    }
  }
}
