internal import MachinePort
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// The one way in which a run has an effect on the world: as a step that the journal knows.
  ///
  /// - Parameters:
  ///   - operation: what is done, as in "prospectb2b.leads.upsert" or "files.write".
  ///   - arguments: with `operation` they tell one step from another.
  ///   - request: the exact bytes that go out.
  ///   - body: does it. A refusal is a failure for good.
  func step(
    _ operation: String, _ effectClass: EffectClass, arguments: [UInt8], request: [UInt8] = [],
    _ body: (Step) async throws(RequestRefusal) -> StepOutcome
  ) async -> Reply {
    let (identity, request) = await concealment.prepare(operation, arguments, request)
    let outcome = await journal.perform(
      operation: operation, effectClass: effectClass, identity: identity, request: request
    ) { step in
      do throws(RequestRefusal) { return await concealed(try await body(step)) } catch {
        return .failed(error: concealment.concealHere(error.json))
      }
    }
    switch outcome {
    case .succeeded(let response, let facts): return .value(json: response, meta: facts)
    case .failed(let error), .abandoned(let error): return .failure(json: error)
    }
  }

  /// What the journal and the recipe may know of an outcome.
  private func concealed(_ outcome: StepOutcome) async -> StepOutcome {
    let concealment = concealment
    switch outcome {
    case .succeeded(let response, let facts):
      return .succeeded(
        response: await concealment.conceal(response), facts: concealment.concealHere(facts))
    case .failed(let error): return .failed(error: concealment.concealHere(error))
    case .abandoned(let error): return .abandoned(error: concealment.concealHere(error))
    }
  }
}
