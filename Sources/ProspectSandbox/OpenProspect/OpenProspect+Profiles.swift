import ProspectJSON

extension OpenProspect {
  /// `POST /search-profile-creations`: starts a creation, 202 [seed 001].
  ///
  /// A replay gives the same creation in its present state [contract openprospect §11].
  func createProfile(_ call: Call) throws(Refusal) -> Answer {
    guard let key = call.idempotencyKey, !key.isEmpty else {
      throw .invalid("Idempotency-Key", "must be sent as a header")
    }
    try checkProfileRequest(call)
    let boundKey = "\(call.credential?.key ?? "") \(key)"
    return try ledger.with { state throws(Refusal) in
      switch state.profiles.match(key: boundKey, fingerprint: call.fingerprint) {
      case .same(let creation): return accepted(creation, call, isReplay: true)
      case .conflict: throw .profileKeyConflict
      case .new:
        let timeline = state.newTimeline(
          .profile, at: call.now, scale: ledger.configuration.jobDuration)
        let creation = state.profiles.create(
          key: boundKey, fingerprint: call.fingerprint, timeline: timeline,
          identifiers: ledger.identifiers)
        return accepted(creation, call, isReplay: false)
      }
    }
  }

  /// `GET /search-profile-creations/{profile_creation_id}`; a failed creation is a 200 too [seed
  /// 001].
  func getProfile(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("profile_creation_id")
    guard let creation = ledger.with({ $0.profiles.creation(id) }) else {
      throw Refusal(404, "PROFILE_CREATION_NOT_FOUND", "No such profile creation for this key.")
    }
    return Answer(.object(json(of: creation, at: call.now)))
  }

  private func accepted(
    _ creation: ProfileBook.Creation, _ call: Call, isReplay: Bool
  ) -> Answer {
    var body = json(of: creation, at: call.now)
    body["message"] = "Search profile creation accepted. Poll this resource for status."
    var answer = Answer(status: 202, .object(body))
    answer.isReplay = isReplay
    return answer
  }

  private func json(of creation: ProfileBook.Creation, at now: Instant) -> JSONObject {
    let timeline = creation.timeline
    let phase = timeline.phase(at: now)
    let isFailed = phase == .failed
    let isOver = isFailed || phase == .succeeded
    return [
      "profile_creation_id": .string(creation.id),
      "status": .string(phase.profileStatus),
      "profile_id": phase == .succeeded ? .string(creation.profileID) : .null,
      "error_code": isFailed ? "PROFILE_GENERATION_FAILED" : .null,
      "error_message": isFailed ? "The profile could not be generated." : .null,
      "created_at": .string(timeline.createdAt.wholeSecondsText),
      "started_at": phase == .waiting ? .null : .string(timeline.startedAt.wholeSecondsText),
      "finished_at": isOver ? .string(timeline.finishedAt.wholeSecondsText) : .null,
    ]
  }
}

extension Refusal {
  /// The code is a placeholder: none is documented [contract openprospect §11].
  fileprivate static let profileKeyConflict = Refusal(
    409, "IDEMPOTENCY_KEY_CONFLICT", "This key belongs to a request with another body.")
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
