import Hummingbird

/// Answers one call, and lets go wrong what is planned for it.
struct FaultyCall: Sendable {
  /// The answer went over the wire already, or never will: nothing is left to be sent.
  struct Ended: Error {}

  let ledger: Ledger
  /// As the ledger counts it.
  let operation: String

  /// - Parameter perform: does what the operation does.
  /// - Throws: `Ended` when the connection was taken care of here.
  func response(
    _ request: Request, _ context: SandboxContext, perform: (Call) async -> Answer
  ) async throws -> Response {
    let strikes = ledger.with { $0.faults.strikes(operation, at: ledger.clock.now) }
    guard !strikes.isEmpty else {
      return await perform(try await Call(request, context, ledger)).response
    }
    let connection = RawConnection(channel: context.channel)
    if strikes.contains(where: { $0.actions.contains(.refuse) }) {
      await connection.reset()
      throw Ended()
    }
    var call = try await Call(request, context, ledger)
    prepare(strikes, &call)
    var answer = await perform(call)
    ledger.with { state in
      for strike in strikes { state.follow(strike, call, token: call.parameter("token")) }
    }
    if let faulty = try await spoil(&answer, strikes) {
      try await faulty.send(answer, over: connection)
      throw Ended()
    }
    return answer.response
  }

  private func prepare(_ strikes: [FaultBook.Strike], _ call: inout Call) {
    var fate = CallFate()
    ledger.with { state in
      for strike in strikes {
        state.faults.note(strike, requestID: call.requestID)
        state.prepare(strike, of: operation, &fate, ledger, token: call.parameter("token"))
        state.lateDeliveries(strike, call, ledger)
      }
    }
    call.fate = fate
  }

  /// - Returns: how the answer goes over the wire; nil when nothing is wrong there.
  private func spoil(
    _ answer: inout Answer, _ strikes: [FaultBook.Strike]
  ) async throws -> FaultyAnswer? {
    var isFaulty = false
    for strike in strikes {
      var random = strike.random
      for action in strike.actions {
        let detail = try await answer.apply(action, &random)
        if let detail { ledger.with { $0.faults.note(strike, detail) } }
      }
    }
    var faulty = FaultyAnswer(body: try await answer.body.collected())
    for strike in strikes {
      var random = strike.random
      for action in strike.actions {
        let (applies, detail) = faulty.apply(action, &random)
        isFaulty = isFaulty || applies
        if let detail { ledger.with { $0.faults.note(strike, detail) } }
      }
    }
    return isFaulty ? faulty : nil
  }
}
