/// A group of categories, as `GET /api/professions/summary` lists them.
struct Profession: Sendable {
  let id: Int
  let name: String
  /// Ids of the categories in it.
  let categories: [Int]

  /// Every profession; each category belongs to one.
  static let all = [
    Profession(id: 1, name: "Construction", categories: [501, 504]),
    Profession(id: 2, name: "Food and drink", categories: [502, 503]),
    Profession(id: 3, name: "Health and fitness", categories: [505, 512]),
    Profession(id: 4, name: "Business services", categories: [506, 507, 508]),
    Profession(id: 5, name: "Shops, cars and travel", categories: [509, 510, 511]),
  ]
}
