internal import Logging
internal import LuaBridge
internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

/// Holds one machine: starts it, serves its requests, enforces its limits, and says how it ended.
///
/// Everything happens on the runtime's loop, its executor: a request goes from the machine's socket to the provider's
/// connection and back without crossing a thread.
actor MachineHost {
  /// Where in its life the machine is.
  enum Phase {
    case created
    /// Somebody waits for the machine to end what it does.
    case busy(CheckedContinuation<Conclusion, Never>)
    /// A session between two inputs.
    case idle
    /// The machine is gone, or was given up; nil when it ended as it should.
    case over(RunFailure?)
  }

  /// How the machine ended what it did.
  enum Conclusion {
    case outcome(Outcome)
    /// It did not come to an end: it crashed, or it had to be stopped.
    case broken(RunFailure)
  }

  nonisolated let services: RuntimeServices
  nonisolated var unownedExecutor: UnownedSerialExecutor { services.loop.asUnownedSerialExecutor() }

  let task: MachineTask
  let grants: FileGrants
  let journal: any StepRecorder
  let onEvent: (@Sendable (RunEvent) -> Void)?

  var phase = Phase.created
  var seating: Seating?
  /// Of the link first, of the process last.
  var watches: [LoopWatch] = []
  /// How the process ended, once it has.
  var ending: SeatEnding?
  var flushIsScheduled = false
  var wasCongested = false
  var requests = RequestTable()
  var operations: [String: ResolvedOperation] = [:]
  /// Reads the arguments of calls; kept because it keeps its buffers.
  let parser = JSONParser()
  var meter: RunMeter
  let budget: FileBudget
  /// Full names of operations that the key may call.
  var permitted: Set<String> = []
  var links = LinkBook()
  var prices = PriceBook()
  var vault = SecretVault()
  /// What the recipe prints, without secrets.
  var printed: RedactionStream
  /// Its lines name the run.
  let logger: Logger
  var stopCause: StopCause?
  var timers = LimitTimers()

  init(
    _ task: MachineTask, services: RuntimeServices, onEvent: (@Sendable (RunEvent) -> Void)?
  ) {
    self.task = task
    self.services = services
    self.onEvent = onEvent
    let configuration = services.configuration
    let folders = task.recipe.folder.map { [$0] } ?? []
    grants = FileGrants(
      output: configuration.outputFolder, readable: folders + configuration.readableFolders,
      descriptions: configuration.providersFolder)
    budget = FileBudget(bytes: configuration.limits.files)
    meter = RunMeter(credits: configuration.limits.credits)
    journal = MemoryJournal(run: task.runID)
    printed = RedactionStream(services.secrets)
    var logger = services.logger
    logger[metadataKey: "run"] = .string(task.runID)
    self.logger = logger
  }

  var limits: Limits { services.configuration.limits }

  /// Runs `body` on the loop, at once when called there; for callbacks of the loop and for methods of handles.
  nonisolated func onLoop(_ body: @escaping @Sendable (isolated MachineHost) -> Void) {
    if services.loop.isCurrent {
      assumeIsolated { body($0) }
    } else {
      services.loop.execute { self.assumeIsolated { body($0) } }
    }
  }
}
