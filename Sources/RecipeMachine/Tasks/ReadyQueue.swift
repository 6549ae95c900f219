internal import LuaBridge

/// The tasks that can go on, first come first served, each with what it is resumed with.
struct ReadyQueue {
  typealias Entry = (task: RecipeTask, resume: LuaTask.Resume)

  private var entries: [Entry] = []
  private var head = 0

  var isEmpty: Bool { head == entries.count }

  mutating func append(_ task: RecipeTask, _ resume: LuaTask.Resume = .values([])) {
    entries.append((task, resume))
  }

  /// For a task that only let the outbox be emptied: nobody overtakes it.
  mutating func prepend(_ task: RecipeTask) {
    let entry: Entry = (task, .values([]))
    if head == 0 {
      entries.insert(entry, at: 0)
    } else {
      head -= 1
      entries[head] = entry
    }
  }

  mutating func popFirst() -> Entry? {
    guard head < entries.count else { return nil }
    let entry = entries[head]
    head += 1
    // Emptying the array now and then keeps taking from its front cheap.
    if head == entries.count {
      entries.removeAll(keepingCapacity: true)
      head = 0
    } else if head >= 1024, head * 2 >= entries.count {
      entries.removeFirst(head)
      head = 0
    }
    return entry
  }
}
