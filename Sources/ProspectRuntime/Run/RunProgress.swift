/// How far a job, a list of pages or a map of a recipe has got.
public struct RunProgress: Sendable, Equatable {
  /// Where in its life the activity is.
  public enum State: String, Sendable {
    case start, update, end
  }

  /// Tells activities of one run apart; each has one `start`, any number of `update` and one `end`.
  public let id: Int
  /// What is going on, as in "export".
  public let label: String
  /// Where in its life the activity is.
  public let state: State
  /// How many pieces are done.
  public let done: Int
  /// How many pieces there are; nil when nobody knows yet.
  public let total: Int?
  /// A remark such as the status of a job, as in "processing".
  public let note: String?

  /// Creates a report, as a test of an event handler would.
  public init(
    id: Int, label: String, state: State, done: Int = 0, total: Int? = nil, note: String? = nil
  ) {
    self.id = id
    self.label = label
    self.state = state
    self.done = done
    self.total = total
    self.note = note
  }
}
