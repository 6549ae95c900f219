import ProspectJSON

extension LedgerState {
  /// Lets everything happen that is due by `now`, in its order and each at its own time.
  mutating func settle(at now: Instant) {
    guard let next = workspace.jobs.nextEvent, next <= now else { return }
    while let (job, event, instant) = workspace.jobs.takeEvent(by: now) {
      switch job.subject.kind {
      case .leadImport: settleImport(job, event, at: instant)
      case .leadExport: settleExport(job, event, at: instant)
      case .campaignRun: settleCampaignRun(job, event, at: instant)
      // The runs themselves follow from their timelines, and no event covers them.
      case .prospectorRun: break
      }
    }
  }

  private mutating func settleImport(_ job: Job, _ event: JobBook.Event, at now: Instant) {
    let number = job.subject.number
    switch event {
    case .started: break
    case .step(let row):
      switch workspace.imports[number].rows[row] {
      case .refused(let error):
        workspace.imports[number].errors.append((row, error, now))
      case .write(let change):
        let mode = workspace.imports[number].mode
        let isQuiet = workspace.readings.importsAreQuiet
        switch write(change, mode: mode, at: now, isQuiet: isQuiet).outcome {
        case .created: workspace.imports[number].created += 1
        case .updated, .unchanged: workspace.imports[number].updated += 1
        }
      }
    case .finished:
      if job.phase == .failed { refuseRows(of: workspace.imports[number], at: now) }
      let (found, readings) = (workspace.imports[number], workspace.readings)
      emit(
        job.phase == .failed ? .importFailed : .importCompleted,
        found.json(job: job, readings: readings), at: now)
    }
  }

  /// An import that failed because no row was usable says what is wrong with each.
  private mutating func refuseRows(of found: ImportBook.Import, at now: Instant) {
    for (position, row) in found.rows.enumerated() {
      guard case .refused(let error) = row else { continue }
      workspace.imports[found.number].errors.append((position, error, now))
    }
  }

  private mutating func settleExport(_ job: Job, _ event: JobBook.Event, at now: Instant) {
    guard case .finished = event else { return }
    let number = job.subject.number
    if job.phase == .succeeded {
      let file = LeadFile(plan: workspace.exports[number].plan, leads: leads.leads)
      workspace.exports[number].rowCount = file.rowCount
      workspace.exports[number].byteCount = file.byteCount
      workspace.jobs.setTotal(file.rowCount, of: job.number)
    }
    let (export, readings) = (workspace.exports[number], workspace.readings)
    emit(
      job.phase == .failed ? .exportFailed : .exportCompleted,
      export.json(job: job, readings: readings), at: now)
  }

  private mutating func settleCampaignRun(_ job: Job, _ event: JobBook.Event, at now: Instant) {
    let run = workspace.campaigns[run: job.subject.number]
    switch event {
    case .started: log("The run started: \(run.leads.count) leads.", of: run, at: now)
    case .step(let position): send(to: leads.leads[run.leads[position]], run, at: now)
    case .finished:
      let isFailed = job.phase == .failed
      log(
        isFailed
          ? "The run failed before anything was sent."
          : "The run ended: \(run.sent) sent, \(run.failed) failed.",
        level: isFailed ? "error" : "info", of: run, at: now)
    }
  }

  /// One address in ten bounces, and always the same ones, so that both counters move.
  private mutating func send(to lead: Lead, _ run: CampaignBook.Run, at now: Instant) {
    guard lead.number % 10 != 9 else {
      workspace.campaigns[run: run.number].failed += 1
      return log("The message to \(lead.id) bounced.", level: "warning", of: run, at: now)
    }
    workspace.campaigns[run: run.number].sent += 1
    let name = workspace.campaigns[campaign: run.campaign].name ?? "Untitled campaign"
    let identifiers = workspace.identifiers
    let thread = workspace.inbox.open(
      subject: name, lead: lead.number, at: now, identifiers: identifiers)
    workspace.inbox.add(
      "Hello \(lead.fullName ?? lead.email ?? "there")", to: thread, direction: "outbound",
      at: now, identifiers: identifiers)
    workspace.inbox.record("message_sent", "\(name) was sent.", of: lead.number, at: now)
  }

  private mutating func log(
    _ message: String, level: String = "info", of run: CampaignBook.Run, at now: Instant
  ) {
    workspace.campaigns.log(
      message, level: level, campaign: run.campaign, run: run.number, at: now)
  }
}
