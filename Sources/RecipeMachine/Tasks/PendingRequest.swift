/// Who gets the reply to a request, and in which form.
struct PendingRequest {
  enum Receiver {
    case task(RecipeTask)
    case ticket(Ticket)
  }

  /// The values that a reply becomes in Lua.
  enum Shape {
    /// The value.
    case value
    /// The value, and the facts about the call as undecoded JSON: few recipes look at them.
    case valueAndMeta
    /// The opened file, and the value.
    case file
  }

  let receiver: Receiver
  let shape: Shape
}
