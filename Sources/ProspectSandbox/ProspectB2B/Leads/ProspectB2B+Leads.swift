import ProspectJSON

extension ProspectB2B {
  /// `POST /leads` [seed 002].
  func createLead(_ call: Call) throws(Refusal) -> Answer {
    let change = try leadChange(call)
    try checkNeeds(of: change)
    return try ledger.with { state throws(Refusal) in
      if let email = change.email, let known = state.leads.number(email: email) {
        switch readings.knownEmail {
        case .secondLead: break
        case .conflict: throw .wrongState("a lead with this e-mail address exists")
        case .merge:
          let write = state.leads.update(known, change, at: call.now)
          state.announce(write, at: call.now)
          return single(write.lead.json, call)
        }
      }
      return created(state.write(change, mode: .create, at: call.now).lead.json, call)
    }
  }

  /// `POST /leads/upsert` [contract prospectb2b §8.2].
  func upsertLead(_ call: Call) throws(Refusal) -> Answer {
    let change = try leadChange(call)
    try ProspectB2B.checkMatchKey(of: change)
    let write = ledger.with { $0.write(change, mode: .upsert, at: call.now) }
    return write.outcome == .created
      ? created(write.lead.json, call) : single(write.lead.json, call)
  }

  /// `GET /leads/{lead_id}`.
  func getLead(_ call: Call) throws(Refusal) -> Answer {
    single(try lead(call).json, call)
  }

  /// `PATCH /leads/{lead_id}`: the same rule as an upsert's [contract prospectb2b §8.2].
  func updateLead(_ call: Call) throws(Refusal) -> Answer {
    let change = try leadChange(call)
    let number = try lead(call).number
    let write = ledger.with { state in
      let write = state.leads.update(number, change, at: call.now)
      state.announce(write, at: call.now)
      return write
    }
    return single(write.lead.json, call)
  }

  func lead(_ call: Call) throws(Refusal) -> Lead {
    let id = call.parameter("lead_id")
    guard let lead = ledger.with({ $0.leads.lead(id) }) else { throw .notFound("lead") }
    return lead
  }

  /// - Throws: 400 for a new lead without what the readings ask of one.
  func checkNeeds(of change: LeadChange) throws(Refusal) {
    switch readings.leadNeeds {
    case .emailOrName where change.email == nil && change.fullName == nil:
      throw .invalidRequest("a lead needs email or full_name")
    case .email where change.email == nil:
      throw .invalidRequest("a lead needs email", field: "email")
    default: break
    }
  }

  static func checkMatchKey(of change: LeadChange) throws(Refusal) {
    guard change.email != nil || change.externalID != nil else {
      throw .invalidRequest("an upsert needs external_id or email to match by")
    }
  }

  private func leadChange(_ call: Call) throws(Refusal) -> LeadChange {
    guard call.isJSON, let body = call.json else {
      throw .invalidRequest("the body must be JSON sent as application/json")
    }
    return try LeadChange(body: body, readings: readings)
  }
}
