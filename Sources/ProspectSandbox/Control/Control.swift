import HTTPTypes
import ProspectJSON

/// The sandbox's own pages, by which a test asks what really happened and turns the clock.
///
/// | Request | Answer |
/// | --- | --- |
/// | `GET /_sandbox/summary` | the numbers: leads, contacts, credits, jobs, calls |
/// | `GET /_sandbox/ledger` | the summary, and every export, delivery, workflow, run and profile |
/// | `GET /_sandbox/leads?offset=&limit=` | leads in the order of their creation |
/// | `GET /_sandbox/contacts` | who was exported and delivered, each contact once |
/// | `GET /_sandbox/clock` | the sandbox's time |
/// | `POST /_sandbox/clock/advance?seconds=` | turns the clock forward |
/// | `POST /_sandbox/jobs/fail-next?kind=` | the next job of a kind (see `JobKind`) will fail |
/// | `GET /_sandbox/faults` | the faults that are planned, which have struck, and what storms saw |
/// | `POST /_sandbox/faults` | plans more: one in each line of the body |
/// | `DELETE /_sandbox/faults` | forgets them all, with keys and quotas that they changed |
/// | `GET /_sandbox/keys` | the keys that are good now, under the names of the environment |
/// | `POST /_sandbox/reset` | lets the world begin anew, the clock and the first faults too |
///
/// No key is needed, and nothing here counts as a call.
struct Control: Sendable {
  let ledger: Ledger

  func clock(_ call: Call) -> Answer {
    Answer(["now": .string(ledger.clock.now.text)])
  }

  func advance(_ call: Call) -> Answer {
    guard let seconds = call.query["seconds"].flatMap(Double.init), seconds > 0, seconds < 1e10
    else { return wrong("seconds must be a positive number") }
    ledger.clock.advance(by: .seconds(seconds))
    return clock(call)
  }

  func failNext(_ call: Call) -> Answer {
    guard let kind = call.query["kind"].flatMap(JobKind.init) else {
      let kinds = JobKind.allCases.map(\.rawValue).joined(separator: ", ")
      return wrong("kind must be one of \(kinds)")
    }
    _ = ledger.with { $0.failNext.insert(kind) }
    return Answer(["fails_next": .string(kind.rawValue)])
  }

  /// `limit` is 1,000 unless it is said; the total stands beside the leads.
  func leads(_ call: Call) -> Answer {
    let leads = ledger.with { $0.leads.leads }
    let offset = min(call.query["offset"].flatMap { Int($0) } ?? 0, leads.count)
    let limit = call.query["limit"].flatMap { Int($0) } ?? 1_000
    guard offset >= 0, limit > 0 else { return wrong("offset and limit must be positive") }
    let page = leads[offset...].prefix(limit)
    return Answer(["total": .integer(leads.count), "leads": .array(page.map(\.json))])
  }

  func contacts(_ call: Call) -> Answer {
    let census = census(at: call.now)
    return Answer([
      "exported": .strings(census.exported.sorted()),
      "delivered": .strings(census.delivered.sorted()),
    ])
  }

  func census(at now: Instant) -> Census {
    let state = ledger.with { $0 }
    return Census(state, ledger: ledger, now: now)
  }

  func wrong(_ message: String) -> Answer {
    Answer(status: 400, ["error": .string(message)])
  }
}
