internal import ProspectRuntime

/// What the presenter still has to look at.
struct Inbox {
  enum Item {
    case event(RunEvent)
    case lines([String])
    case note(String)
    case redraw
    /// Everything before is written when this is called.
    case barrier(@Sendable () -> Void)
  }

  private var items: [Item] = []
  private var isBeingEmptied = false
  /// Whether nothing has ever come.
  private(set) var isUntouched = true

  var isEmpty: Bool { items.isEmpty }

  /// Puts `item` behind the others.
  ///
  /// - Returns: Whether somebody must start emptying.
  mutating func add(_ item: Item) -> Bool {
    items.append(item)
    isUntouched = false
    defer { isBeingEmptied = true }
    return !isBeingEmptied
  }

  /// Everything that has come since the last call. Nothing means that emptying has ended.
  mutating func takeAll() -> [Item] {
    if items.isEmpty { isBeingEmptied = false }
    defer { items = [] }
    return items
  }
}
