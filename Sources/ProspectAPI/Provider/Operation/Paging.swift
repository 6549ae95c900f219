internal import ProspectJSON

/// How the pages of a list hang together.
package struct Paging: Sendable, Equatable {
  package enum Style: String, Sendable, CaseIterable { case offset, cursor, page }

  /// What is asked for unless the recipe asks for less.
  package struct Size: Sendable, Equatable {
    package let argument: String
    package let value: Int
  }

  package let style: Style
  /// Where the rows lie in an answer; the first path that leads to a value counts.
  package let items: [String]
  /// The parameter that says where a page begins.
  package let argument: String
  package let size: Size?
  /// Path that says whether there is more.
  package let more: String?
  /// Path of the number of rows.
  package let total: String?
  /// Path of the limit that the server echoes; offsets advance by it.
  package let limit: String?
  /// Path of the next cursor; there when the style is `cursor`.
  package let next: String?
  /// Number of the first page.
  package let first: Int
  /// The field that tells rows apart; nil when nothing does, and for cursors.
  package let id: String?

  private static let fields = [
    "style", "items", "argument", "size", "more", "total", "limit", "next", "first", "id",
  ]

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: Self.fields)
    style = try table.requiredWord("style", Style.self)
    items = try table.requiredPaths("items")
    argument = try table.requiredText("argument")
    size = try table.table("size").map(Self.size)
    more = try table.path("more")
    total = try table.path("total")
    try Self.refuseForeignFields(of: table, style)
    limit = try table.path("limit")
    next = try style == .cursor ? table.requiredPath("next") : nil
    first = try table.count("first") ?? 1
    id = try Self.id(of: table, style)
  }

  private static func size(_ table: DescriptionTable) throws(DescriptionError) -> Size {
    try table.allow(only: ["argument", "value"])
    guard let value = try table.count("value", atLeast: 1) else {
      throw table.mistake("value", "is missing")
    }
    return Size(argument: try table.requiredText("argument"), value: value)
  }

  private static func refuseForeignFields(
    of table: DescriptionTable, _ style: Style
  ) throws(DescriptionError) {
    let owners: [(String, [Style])] = [
      ("limit", [.offset]), ("next", [.cursor]), ("first", [.page]), ("id", [.offset, .page]),
    ]
    for (field, styles) in owners where !styles.contains(style) {
      try table.refuse(field, "has no meaning for the style \"\(style.rawValue)\"")
    }
  }

  private static func id(
    of table: DescriptionTable, _ style: Style
  ) throws(DescriptionError) -> String? {
    guard style != .cursor else { return nil }
    switch table.object["id"] {
    case .none: return "id"
    case .bool(false): return nil
    case .string: return try table.path("id")
    default: throw table.mistake("id", "must be the name of a field, or false")
    }
  }
}
