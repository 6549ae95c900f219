internal import LuaBridge

/// One thread of a recipe: its main chunk, or a branch that `parallel` made.
///
/// Tasks form a tree. A parent ends after its children; the first child that fails cancels the
/// others.
final class RecipeTask {
  /// What a task that is not ready waits for.
  enum Wait {
    /// Runs, is ready, or has ended.
    case nothing
    /// The reply to the request with this id. Ids are never used again, so they tell an old wait
    /// from this one.
    case reply(UInt64)
    case ticket(Ticket)
    case gate(Gate)
    /// All children.
    case children
  }

  let lua: LuaTask
  private(set) weak var parent: RecipeTask?
  /// How many tasks are above this one.
  let depth: Int
  var children: [ObjectIdentifier: RecipeTask] = [:]
  var wait = Wait.nothing
  var isCancelled = false
  var heldGates: [Gate] = []
  /// What the first child that failed raised.
  var childFailure: LuaError?
  /// The failure of a child that this task was last told about, and may raise again.
  var passedOn: LuaError?

  init(_ lua: LuaTask, parent: RecipeTask?) {
    self.lua = lua
    self.parent = parent
    depth = parent.map { $0.depth + 1 } ?? 0
    parent?.children[ObjectIdentifier(self)] = self
  }

  var hasEnded: Bool { lua.state == .ended }
}
