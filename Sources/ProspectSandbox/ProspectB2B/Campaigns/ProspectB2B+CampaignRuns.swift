import ProspectJSON

extension ProspectB2B {
  /// How many leads one run writes to at most.
  private static let leadsPerRun = 50

  /// `POST /campaigns/{campaign_id}/run`: writes to the newest leads that have an address [contract
  /// prospectb2b §8.6].
  func runCampaign(_ call: Call) throws(Refusal) -> Answer {
    let campaign = try campaign(call)
    if readings.draftCampaignCannotRun && campaign.publishedAt == nil {
      throw .wrongState("a draft cannot run; publish it first")
    }
    let number = ledger.with { state in
      let leads = state.leads.leads.lazy.reversed().filter { $0.email != nil }
        .prefix(ProspectB2B.leadsPerRun).map(\.number)
      let run = state.workspace.campaigns.addRun(
        of: campaign.number, leads: leads.reversed(), identifiers: ledger.identifiers)
      let timeline = state.newTimeline(
        .campaignRun, at: call.now, scale: ledger.configuration.jobDuration, fate: call.fate)
      state.workspace.campaigns[run: run.number].job = state.workspace.jobs.start(
        Job.Subject(kind: .campaignRun, number: run.number, id: run.id), timeline: timeline,
        total: run.leads.count, hasSteps: true, requestID: call.requestID,
        identifiers: ledger.identifiers)
      return run.number
    }
    return started(runJSON(number, campaign), call)
  }

  /// `GET /campaigns/{campaign_id}/runs`.
  func listCampaignRuns(_ call: Call) throws(Refusal) -> Answer {
    let campaign = try campaign(call)
    let workspace = ledger.with { $0.workspace }
    let runs = workspace.campaigns.runs.filter { $0.campaign == campaign.number }
    return try page(of: runs, number: \.number, call) { run in
      run.json(of: campaign, job: workspace.jobs[run.job], readings: readings)
    }
  }

  /// `GET /campaigns/{campaign_id}/runs/{run_id}`.
  func getCampaignRun(_ call: Call) throws(Refusal) -> Answer {
    let campaign = try campaign(call)
    let id = call.parameter("run_id")
    guard let run = ledger.with({ $0.workspace.campaigns.run(id, of: campaign.number) }) else {
      throw .notFound("run")
    }
    return single(runJSON(run.number, campaign), call)
  }

  /// `GET /campaigns/{campaign_id}/logs`.
  func listCampaignLogs(_ call: Call) throws(Refusal) -> Answer {
    let campaign = try campaign(call)
    let book = ledger.with { $0.workspace.campaigns }
    let logs = book.logs.filter { $0.campaign == campaign.number }
    return try page(of: logs, number: \.number, call) { log in
      .record(
        "campaign_log", id: "clog_" + ledger.identifiers.ordered("campaign_log", log.number),
        createdAt: log.at, updatedAt: log.at,
        [
          "campaign_id": .string(campaign.id),
          "run_id": .optional(log.run.map { book[run: $0].id }),
          "level": .string(log.level), "message": .string(log.message),
        ])
    }
  }

  private func runJSON(_ number: Int, _ campaign: CampaignBook.Campaign) -> JSON {
    ledger.with { state in
      let run = state.workspace.campaigns[run: number]
      return run.json(of: campaign, job: state.workspace.jobs[run.job], readings: readings)
    }
  }
}
