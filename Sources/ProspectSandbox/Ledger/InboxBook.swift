/// Threads of messages with leads, and what else happened to a lead [contract prospectb2b §8.8].
struct InboxBook: Sendable {
  struct Thread: Sendable {
    let number: Int
    let id: String
    let createdAt: Instant
    var lastMessageAt: Instant
    let lead: Int?
    let subject: String
    let channel: String
    let isUnread: Bool
  }

  struct Message: Sendable {
    let number: Int
    let id: String
    let thread: Int
    let lead: Int?
    let direction: String
    let body: String
    let at: Instant
  }

  struct Activity: Sendable {
    let type: String
    let summary: String
    let at: Instant
  }

  private(set) var threads: [Thread] = []
  private(set) var messages: [Message] = []
  /// By lead; its creation is not among them, every lead has that one.
  private(set) var activities: [Int: [Activity]] = [:]

  /// Two conversations with people who are no leads yet.
  init(start: Instant, identifiers: Identifiers) {
    let stories = [
      ("Question about delivery times", true, ["How long does it take?", "About two weeks."]),
      ("Partnership", false, ["Shall we talk?", "Gladly. Tuesday?", "Tuesday it is."]),
    ]
    for (number, story) in stories.enumerated() {
      let begin = start - .seconds(86_400 * (6 - number))
      let thread = open(
        subject: story.0, lead: nil, isUnread: story.1, at: begin, identifiers: identifiers)
      for (position, text) in story.2.enumerated() {
        add(
          text, to: thread, direction: position.isMultiple(of: 2) ? "inbound" : "outbound",
          at: begin + .seconds(3600 * position), identifiers: identifiers)
      }
    }
  }

  func thread(_ id: String) -> Thread? { threads.first { $0.id == id } }

  mutating func open(
    subject: String, lead: Int?, isUnread: Bool = false, at now: Instant, identifiers: Identifiers
  ) -> Int {
    let number = threads.count
    threads.append(
      Thread(
        number: number, id: "thr_" + identifiers.ordered("thread", number), createdAt: now,
        lastMessageAt: now, lead: lead, subject: subject, channel: "email", isUnread: isUnread))
    return number
  }

  mutating func add(
    _ body: String, to thread: Int, direction: String, at now: Instant, identifiers: Identifiers
  ) {
    let number = messages.count
    messages.append(
      Message(
        number: number, id: "msg_" + identifiers.ordered("message", number), thread: thread,
        lead: threads[thread].lead, direction: direction, body: body, at: now))
    threads[thread].lastMessageAt = now
  }

  mutating func record(_ type: String, _ summary: String, of lead: Int, at now: Instant) {
    activities[lead, default: []].append(Activity(type: type, summary: summary, at: now))
  }
}
