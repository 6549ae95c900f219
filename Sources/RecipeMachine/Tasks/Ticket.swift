internal import LuaBridge

/// A request whose reply is asked for later, if at all: the next page of a list, fetched while this
/// one is used.
final class Ticket {
  let id: UInt64
  /// The reply, once it has come and until it is taken.
  var outcome: LuaTask.Resume?
  var waiter: RecipeTask?

  init(id: UInt64) { self.id = id }
}
