import LuaBridge
import MachinePort
import RecipeMachine
import Testing

/// Plays the host for one machine: answers its requests from a script and keeps what it says.
///
/// Without a script of its own it answers what needs no world: `now` from a clock that stands
/// still, and `sleep` by turning that clock, always to the sleeper that is due first. A test never
/// really waits.
final class ScriptedHost {
  typealias Script = (Request) -> Reply?

  let machine: Machine
  let control: ControlPage
  let files = MemoryFiles()
  var script: Script
  private(set) var clock = 1_700_000_000.0
  /// Set to false to leave sleeps open.
  var turnsClock = true
  private var sleepers: [(due: Double, id: UInt64)] = []

  /// Requests that wait for `reply`, because the script gave none.
  private(set) var open: [(id: UInt64, request: Request)] = []
  private(set) var requests: [Request] = []
  private(set) var cancelled: [UInt64] = []
  private(set) var notices: [Notice] = []
  private(set) var outcomes: [Outcome] = []
  private(set) var state = MachineTurn.State.waiting

  init(_ script: @escaping Script = { _ in nil }) throws {
    control = try #require(ControlPage.make())
    machine = Machine(MachineConfiguration(control: control, files: files))
    self.script = script
  }

  /// Runs a recipe until it waits for a reply that the script does not give, or ends.
  @discardableResult
  func run(_ source: String, arguments: [String] = [], memoryLimit: Int = 64 << 20) -> Outcome? {
    send(
      .start(
        Start(
          chunkName: "@recipe.lua", source: Array(source.utf8), arguments: arguments,
          memoryLimit: memoryLimit)))
    return outcomes.last
  }

  func startSession() {
    send(.start(Start(mode: .session, chunkName: "=session", source: [])))
  }

  @discardableResult
  func evaluate(_ source: String) -> Outcome? {
    let before = outcomes.count
    send(.evaluate(source: Array(source.utf8)))
    return outcomes.count > before ? outcomes.last : nil
  }

  /// Answers an open request.
  func reply(_ id: UInt64, _ json: String, meta: String = "") {
    open.removeAll { $0.id == id }
    send(.reply(id: id, .value(json: Array(json.utf8), meta: Array(meta.utf8))))
  }

  func fail(_ id: UInt64, _ json: String) {
    open.removeAll { $0.id == id }
    send(.reply(id: id, .failure(json: Array(json.utf8))))
  }

  func interrupt(_ reason: ControlPage.Reason = .cancelled) {
    control.interrupt(reason)
    send(.interrupt)
  }

  func send(_ message: HostMessage) {
    var incoming = [message]
    repeat {
      let turn = machine.step(incoming)
      state = turn.state
      incoming = turn.messages.compactMap(hear)
      if incoming.isEmpty, state == .waiting, let woken = wakeFirstSleeper() { incoming = [woken] }
    } while !incoming.isEmpty || state == .ready
  }

  private func wakeFirstSleeper() -> HostMessage? {
    guard turnsClock, let first = sleepers.min(by: { $0.due < $1.due }) else { return nil }
    sleepers.removeAll { $0.id == first.id }
    clock = max(clock, first.due)
    return .reply(id: first.id, .null)
  }

  /// Everything that was printed.
  var output: String {
    var bytes: [UInt8] = []
    for case .print(let text) in notices { bytes += text }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why the last run or input failed.
  var failure: Failure? {
    if case .failed(let failure)? = outcomes.last { failure } else { nil }
  }

  private func hear(_ message: MachineMessage) -> HostMessage? {
    switch message {
    case .hello: break
    case .request(let id, let request): return answer(id, request)
    case .cancel(let id):
      cancelled.append(id)
      open.removeAll { $0.id == id }
      sleepers.removeAll { $0.id == id }
    case .notice(let notice): notices.append(notice)
    case .finished(let outcome): outcomes.append(outcome)
    }
    return nil
  }

  private func answer(_ id: UInt64, _ request: Request) -> HostMessage? {
    requests.append(request)
    if let reply = script(request) { return .reply(id: id, reply) }
    switch request {
    case .sleep(let seconds) where turnsClock:
      sleepers.append((clock + seconds, id))
      return nil
    case .now: return .reply(id: id, .json("\(clock)"))
    default:
      open.append((id, request))
      return nil
    }
  }
}

extension Reply {
  static let null = json("null")

  static func json(_ text: String, meta: String = "") -> Reply {
    .value(json: Array(text.utf8), meta: Array(meta.utf8))
  }

  static func error(_ text: String) -> Reply { .failure(json: Array(text.utf8)) }
}

extension Reply {
  /// A module that is a Lua file.
  static func source(_ name: String, _ text: String) -> Reply {
    json(#"{"kind":"source","name":\#(quoted(name)),"source":\#(quoted(text))}"#)
  }

  /// A module that is a provider.
  static func provider(_ description: String) -> Reply {
    json(#"{"kind":"provider","description":\#(description)}"#)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
