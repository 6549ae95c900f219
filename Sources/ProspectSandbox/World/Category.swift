/// A line of business, as `GET /api/categories` would list it.
struct Category: Sendable {
  /// The id that the `category` filter takes.
  let id: Int
  let name: String

  /// Every category of the sandbox; the index is the one that `ContactFacets` stores.
  static let all = [
    Category(id: 501, name: "Carpenter"), Category(id: 502, name: "Bakery"),
    Category(id: 503, name: "Café"), Category(id: 504, name: "Plumber"),
    Category(id: 505, name: "Dentist"), Category(id: 506, name: "Law firm"),
    Category(id: 507, name: "Software company"), Category(id: 508, name: "Marketing agency"),
    Category(id: 509, name: "Car repair shop"), Category(id: 510, name: "Hotel"),
    Category(id: 511, name: "Florist"), Category(id: 512, name: "Fitness, yoga & \"wellness\""),
  ]
}
