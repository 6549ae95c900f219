import ProspectJSON

extension Control {
  func faults(_ call: Call) -> Answer {
    let book = ledger.with { $0.faults }
    return Answer([
      "faults": .array(book.plans.map(json)),
      "never_fired": .strings(book.neverFired),
      "storms": storms(book),
    ])
  }

  /// Counting begins with the plan: the first call after it is call 1.
  func plan(_ call: Call) -> Answer {
    var planned: [Fault] = []
    for (number, text) in Fault.lines(of: String(decoding: call.body, as: UTF8.self)) {
      do {
        planned.append(try Fault(parsing: text))
      } catch {
        return Answer(
          status: 400,
          [
            "error": .string(error.message), "hint": .string(error.hint),
            "line": .integer(number), "fault": .string(text),
          ])
      }
    }
    let all = planned
    ledger.with { $0.faults.plan(all) }
    return faults(call)
  }

  func forget(_ call: Call) -> Answer {
    ledger.with { $0.faults = FaultBook(seed: ledger.configuration.seed) }
    return faults(call)
  }

  func keys(_ call: Call) -> Answer {
    let changed = ledger.with { $0.faults.keys }
    return Answer([
      "OPENPROSPECT_API_KEY": .string(changed[OpenProspect.name] ?? SandboxKeys.openProspect),
      "PROSPECTB2B_API_KEY": .string(changed[ProspectB2B.name] ?? SandboxKeys.prospectB2B),
      "SPHERESCOUT_API_KEY": .string(changed[SphereScout.name] ?? SandboxKeys.sphereScout),
    ])
  }

  func reset(_ call: Call) -> Answer {
    ledger.reset()
    return clock(call)
  }

  /// What the summary says of faults.
  func faultNumbers(_ book: FaultBook) -> JSON {
    [
      "fired": .array(
        book.plans.filter { !$0.firings.isEmpty }.map { plan in
          ["id": .string(plan.fault.id), "times": .integer(plan.firings.count)]
        }),
      "never_fired": .strings(book.neverFired),
      "storms": storms(book),
    ]
  }

  private func json(_ plan: FaultBook.Plan) -> JSON {
    [
      "id": .string(plan.fault.id), "calls_seen": .integer(plan.seen),
      "firings": .array(
        plan.firings.map { firing in
          [
            "call": .integer(firing.call), "operation": .string(firing.operation),
            "at": .string(firing.at.text), "request_id": .optional(firing.requestID),
            "details": .strings(firing.details),
          ]
        }),
    ]
  }

  private func storms(_ book: FaultBook) -> JSON {
    .object(
      JSONObject(
        book.storms.sorted { $0.key < $1.key }.map { provider, storm in
          JSONObject.Member(
            name: provider,
            value: [
              "rate": .integer(storm.terms.rate), "burst": .integer(storm.terms.burst),
              "since": .string(storm.start.text), "admitted": .integer(storm.admitted),
              "refused": .integer(storm.refused), "undercuts": .integer(storm.undercuts),
            ])
        }))
  }
}
