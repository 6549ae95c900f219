/// Lets one task at a time through, in the order in which they came.
///
/// `parallel` pulls its input behind a gate: an iterator that waits must not be entered a second
/// time meanwhile. A task that ends, however it ends, leaves the gates it holds.
final class Gate {
  var holder: RecipeTask?
  var waiters: [RecipeTask] = []
}
