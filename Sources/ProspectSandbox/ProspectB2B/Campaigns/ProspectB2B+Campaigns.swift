import ProspectJSON

extension ProspectB2B {
  /// `GET /campaigns` [contract prospectb2b §8.6].
  func listCampaigns(_ call: Call) throws(Refusal) -> Answer {
    let campaigns = ledger.with { $0.workspace.campaigns.campaigns }
    return try page(of: campaigns, number: \.number, call) { $0.json }
  }

  /// `POST /campaigns`: starts as a draft, disabled unless the body says otherwise.
  func createCampaign(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    let (name, isEnabled) = (try body.text("name"), try body.flag("enabled"))
    let workflowID = try workflowID(in: body)
    let campaign = ledger.with { state in
      let campaign = state.workspace.campaigns.add(
        name: name, workflowID: workflowID, isEnabled: isEnabled ?? false, at: call.now,
        identifiers: ledger.identifiers)
      state.emit(.campaignCreated, campaign.json, at: call.now)
      return campaign
    }
    return created(campaign.json, call)
  }

  /// `GET /campaigns/{campaign_id}`.
  func getCampaign(_ call: Call) throws(Refusal) -> Answer {
    single(try campaign(call).json, call)
  }

  /// `PATCH /campaigns/{campaign_id}`.
  func updateCampaign(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    let (name, isEnabled) = (try body.text("name"), try body.flag("enabled"))
    let workflowID = try workflowID(in: body)
    let before = try campaign(call)
    var after = before
    if body.has("name") { after.name = name }
    if let isEnabled { after.isEnabled = isEnabled }
    if body.has("prospector_workflow_id") { after.workflowID = workflowID }
    let isChanged = after != before
    if isChanged { after.updatedAt = call.now }
    let changed = after
    ledger.with { state in
      state.workspace.campaigns[campaign: changed.number] = changed
      guard isChanged || readings.quietWritesEmit else { return }
      state.emit(.campaignUpdated, changed.json, at: call.now)
    }
    return single(changed.json, call)
  }

  /// `POST /campaigns/{campaign_id}/publish`: a published campaign is a 409 [contract prospectb2b
  /// §8.6].
  func publishCampaign(_ call: Call) throws(Refusal) -> Answer {
    let before = try campaign(call)
    guard before.publishedAt == nil else {
      if readings.publishesTwice { return single(before.json, call) }
      throw .wrongState("the campaign is published already")
    }
    let published = ledger.with { state in
      var campaign = before
      campaign.publishedAt = call.now
      campaign.updatedAt = call.now
      campaign.isEnabled = true
      state.workspace.campaigns[campaign: campaign.number] = campaign
      state.workspace.campaigns.log(
        "The campaign was published.", campaign: campaign.number, at: call.now)
      state.emit(.campaignPublished, campaign.json, at: call.now)
      return campaign
    }
    return single(published.json, call)
  }

  func campaign(_ call: Call) throws(Refusal) -> CampaignBook.Campaign {
    let id = call.parameter("campaign_id")
    guard let campaign = ledger.with({ $0.workspace.campaigns.campaign(id) }) else {
      throw .notFound("campaign")
    }
    return campaign
  }

  private func workflowID(in body: RequestBody) throws(Refusal) -> String? {
    guard let id = try body.text("prospector_workflow_id") else { return nil }
    guard let workflow = ledger.with({ $0.workflows.workflow(id) }), !workflow.isDeleted else {
      throw .invalidRequest(
        "prospector_workflow_id is no workflow of this workspace", field: "prospector_workflow_id")
    }
    return id
  }
}
