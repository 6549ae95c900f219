import ProspectJSON

extension Control {
  func summary(_ call: Call) -> Answer { Answer(.object(numbers(call))) }

  /// The numbers, then the things that they count.
  func everything(_ call: Call) -> Answer {
    let state = ledger.with { $0 }
    var body = numbers(call)
    body["exports"] = .array(state.exports.exports.map { json(of: $0, call) })
    body["prospect_searches"] = .array(
      ledger.catalog.searches.enumerated().map { number, search in
        [
          "id": .string(search.id), "name": .string(search.name),
          "companies_served": .integer(state.deliveries.served[number]?.count ?? 0),
        ]
      })
    body["workflows"] = .array(
      state.workflows.workflows.map { workflow in
        [
          "id": .string(workflow.id), "name": .string(workflow.name),
          "status": .string(workflow.status),
        ]
      })
    body["runs"] = .array(state.workflows.runs.map { $0.json(at: call.now) })
    body["crm_jobs"] = .array(
      state.workspace.jobs.jobs.map { $0.json(readings: state.workspace.readings) })
    let webhooks = state.workspace.webhooks
    body["webhook_deliveries"] = .array(
      webhooks.deliveries.map { $0.json(of: webhooks[endpoint: $0.endpoint]) })
    body["profile_creations"] = .strings(state.profiles.creations.map(\.id))
    body["orders"] = .array(
      state.orders.orders.map { .object(OpenProspect(ledger: ledger).json(of: $0, at: call.now)) })
    body["blacklists"] = .array(
      state.blacklists.blacklists.map { list in
        [
          "id": .string(list.id), "name": .string(list.name),
          "entries": .integer(list.entries.count),
        ]
      })
    body["webhook_destinations"] = .array(
      state.destinations.map { ["delivery_id": .string($0.deliveryID), "url": .string($0.url)] })
    return Answer(.object(body))
  }

  private func json(of export: ExportBook.Export, _ call: Call) -> JSON {
    [
      "task_id": .string(export.taskID), "search_id": .string(export.search.id),
      "filters": .object(export.search.filters),
      "status": .string(export.timeline.phase(at: call.now).exportStatus),
      "rows": .integer(export.rowCount), "downloads": .integer(export.downloads),
    ]
  }
}
