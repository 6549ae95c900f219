import ProspectJSON

extension OpenProspect {
  /// How long a creation stays `PENDING` before a poll can start it [contract openprospect §11].
  private static let pendingTime = Duration.seconds(1)

  /// `POST /search-profile-creations`: starts a creation, 202 [seed 001].
  func createProfile(_ call: Call) throws(Refusal) -> Answer {
    guard let key = call.idempotencyKey, !key.isEmpty else { throw .keyIsMissing }
    try checkProfileRequest(call)
    let boundKey = boundKey(key, call)
    let fingerprint = fingerprint(call)
    return try ledger.with { state throws(Refusal) in
      switch state.profiles.match(key: boundKey, fingerprint: fingerprint) {
      case .conflict: throw keyConflict
      case .same(let number):
        let creation = state.profiles.creation(number: number, at: call.now)
        let replayed = readings.replaysFirstAnswer ? creation.progress.atFirst : creation.progress
        return accepted(creation, replayed, isReplay: true)
      case .new:
        let creation = state.profiles.create(
          key: boundKey, fingerprint: fingerprint,
          countries: call.json?["target_countries"]?.array?.compactMap(\.string) ?? [],
          progress: newProgress(&state, at: call.now), identifiers: ledger.identifiers)
        return accepted(creation, creation.progress, isReplay: false)
      }
    }
  }

  /// `GET /search-profile-creations/{profile_creation_id}`; a failed creation is a 200 too [seed
  /// 001].
  func getProfile(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("profile_creation_id")
    guard let creation = ledger.with({ $0.profiles.poll(id, at: call.now) }) else {
      let code = readings.unknownProfileCodeIsGeneric ? "NOT_FOUND" : "PROFILE_CREATION_NOT_FOUND"
      throw Refusal(404, code, "No such profile creation for this key.")
    }
    return Answer(.object(json(of: creation, creation.progress)))
  }

  /// 409 for a key that came with another body before.
  var keyConflict: Refusal {
    conflict("IDEMPOTENCY_KEY_CONFLICT", "This key belongs to a request with another body.")
  }

  private func newProgress(_ state: inout LedgerState, at now: Instant) -> ProfileProgress {
    let isImmediate = readings.jobTiming == .immediate
    let scale = isImmediate ? 0 : ledger.configuration.jobDuration
    let timeline = state.newTimeline(.profile, at: now, scale: scale)
    // Jobs that take no time do not wait for polls either.
    guard readings.jobTiming == .polled, scale > 0 else {
      return ProfileProgress(createdAt: now, pace: .clock(timeline))
    }
    let first = now + OpenProspect.pendingTime * scale
    return ProfileProgress(createdAt: now, pace: .polls(from: first, fails: timeline.fails))
  }

  private func accepted(
    _ creation: ProfileBook.Creation, _ progress: ProfileProgress, isReplay: Bool
  ) -> Answer {
    var body = json(of: creation, progress)
    body["message"] = "Search profile creation accepted. Poll this resource for status."
    var answer = Answer(status: 202, .object(body))
    answer.isReplay = isReplay
    return answer
  }

  private func json(of creation: ProfileBook.Creation, _ progress: ProfileProgress) -> JSONObject {
    let phase = progress.phase
    let isFailed = phase == .failed
    return [
      "profile_creation_id": .string(creation.id),
      "status": .string(phase.profileStatus),
      "profile_id": phase == .succeeded ? .string(creation.profileID) : .null,
      "error_code": isFailed ? "PROFILE_GENERATION_FAILED" : .null,
      "error_message": isFailed ? "The profile could not be generated." : .null,
      "created_at": .string(progress.createdAt.wholeSecondsText),
      "started_at": .optional(progress.startedAt?.wholeSecondsText),
      "finished_at": .optional(progress.finishedAt?.wholeSecondsText),
    ]
  }
}

extension Refusal {
  /// 422 for a write that must carry a key [seed 001].
  static let keyIsMissing = invalid("Idempotency-Key", "must be sent as a header")
}

extension JobTimeline.Phase {
  fileprivate var profileStatus: String {
    switch self {
    case .waiting: "PENDING"
    case .running: "RUNNING"
    case .succeeded: "SUCCEEDED"
    case .failed: "FAILED"
    }
  }
}
