/// The prospector workflows of the workspace and their runs [contract prospectb2b §8.1].
struct WorkflowBook: Sendable {
  struct Workflow: Sendable, Equatable {
    let id: String
    let createdAt: Instant
    var updatedAt: Instant
    var name: String
    var status: String
    var isDeleted = false
  }

  struct Run: Sendable {
    let id: String
    let workflowID: String
    let timeline: JobTimeline
    /// Numbers of the leads that the run finds, fixed when it starts.
    let leads: [Int]
  }

  private(set) var workflows: [Workflow]
  private(set) var runs: [Run] = []
  private var numberByRun: [String: Int] = [:]

  /// A workspace with an archived, two active and a paused workflow.
  init(start: Instant, identifiers: Identifiers) {
    let plans = [
      ("Dormant accounts 2024", "archived"), ("Weekly follow-up", "active"),
      ("Enrich new leads", "active"), ("Prospection d'été", "paused"),
    ]
    workflows = plans.enumerated().map { number, plan in
      let instant = start - .seconds(86_400 * (30 - number))
      return Workflow(
        id: "wf_" + identifiers.ordered("workflow", number), createdAt: instant,
        updatedAt: instant, name: plan.0, status: plan.1)
    }
  }

  func workflow(_ id: String) -> Workflow? { workflows.first { $0.id == id } }

  func hasLiveRun(_ workflow: Workflow, at now: Instant) -> Bool {
    runs.contains { run in
      guard run.workflowID == workflow.id else { return false }
      let phase = run.timeline.phase(at: now)
      return phase == .waiting || phase == .running
    }
  }

  mutating func replace(_ workflow: Workflow) {
    guard let number = workflows.firstIndex(where: { $0.id == workflow.id }) else { return }
    workflows[number] = workflow
  }

  func run(_ id: String) -> Run? { numberByRun[id].map { runs[$0] } }

  mutating func create(
    name: String, status: String, at now: Instant, identifiers: Identifiers
  ) -> Workflow {
    let workflow = Workflow(
      id: "wf_" + identifiers.ordered("workflow", workflows.count), createdAt: now, updatedAt: now,
      name: name, status: status)
    workflows.append(workflow)
    return workflow
  }

  mutating func start(
    _ workflow: Workflow, leads: [Int], timeline: JobTimeline, identifiers: Identifiers
  ) -> Run {
    let run = Run(
      id: "run_" + identifiers.ordered("run", runs.count), workflowID: workflow.id,
      timeline: timeline, leads: leads)
    numberByRun[run.id] = runs.count
    runs.append(run)
    return run
  }
}
