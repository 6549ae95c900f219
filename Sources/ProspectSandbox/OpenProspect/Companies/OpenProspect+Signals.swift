import ProspectJSON

extension OpenProspect {
  /// `GET /companies/{company_id}/jobs`; no body is documented here and below.
  func listJobs(_ call: Call) throws(Refusal) -> Answer {
    let positions = signals(of: try company(call)).positions
    return Answer([
      "items": .array(
        positions.map { position in
          [
            "id": .string(position.id), "title": .string(position.title),
            "department": .string(position.department),
            "posted_at": .string(position.postedAt.wholeSecondsText),
          ]
        })
    ])
  }

  /// `GET /companies/{company_id}/jobs/summary`.
  func sumUpJobs(_ call: Call) throws(Refusal) -> Answer {
    let positions = signals(of: try company(call)).positions
    return Answer([
      "open_positions": .integer(positions.count),
      "departments": counts(positions.map(\.department)),
      "newest_posted_at": .optional(positions.first?.postedAt.wholeSecondsText),
    ])
  }

  /// `GET /companies/{company_id}/webtech-intel`.
  func listTechnologies(_ call: Call) throws(Refusal) -> Answer {
    let technologies = signals(of: try company(call)).technologies
    return Answer([
      "items": .array(
        technologies.map { ["name": .string($0.name), "category": .string($0.category)] })
    ])
  }

  /// `GET /companies/{company_id}/webtech-intel/summary`.
  func sumUpTechnologies(_ call: Call) throws(Refusal) -> Answer {
    let technologies = signals(of: try company(call)).technologies
    return Answer([
      "technologies": .integer(technologies.count),
      "categories": counts(technologies.map(\.category)),
    ])
  }

  func signals(of company: FoundCompany) -> CompanySignals {
    CompanySignals(
      companyID: company.delivery.id, identifiers: ledger.identifiers, start: ledger.catalog.start)
  }

  private func counts(_ words: [String]) -> JSON {
    let counted = Dictionary(grouping: words) { $0 }.sorted { $0.key < $1.key }
    return .object(
      JSONObject(counted.map { .init(name: $0.key, value: .integer($0.value.count)) }))
  }
}
