import HTTPTypes
import ProspectJSON

extension ProspectB2B {
  /// One resource in its envelope [seed 003].
  func single(_ data: JSON, status: Int = 200, _ call: Call) -> Answer {
    Answer(status: status, ["data": data, "request_id": .string(call.requestID)])
  }

  /// A record that did not exist before.
  func created(_ data: JSON, _ call: Call) -> Answer {
    single(data, status: readings.creationStatus, call)
  }

  /// Work that goes on after the answer.
  func started(_ data: JSON, _ call: Call) -> Answer {
    single(data, status: readings.jobStartStatus, call)
  }

  /// The last state of a record that is gone [seed 003 for the prospector's workflows].
  func deleted(_ data: JSON, _ call: Call) -> Answer {
    readings.deletionIsEmpty
      ? Answer(status: 204, headers: [], body: .bytes([])) : single(data, call)
  }

  /// An error answer; its members are inferred [contract prospectb2b §6].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    let id = JSON.string(requestID)
    var error: JSONObject = [
      "code": .string(refusal.code), "message": .string(refusal.message),
      "details": refusal.details ?? .null,
    ]
    switch readings.errorEnvelope {
    case .nested: return ["error": .object(error), "request_id": id]
    case .repeated:
      error["request_id"] = id
      return ["error": .object(error), "request_id": id]
    case .inside:
      error["request_id"] = id
      return ["error": .object(error)]
    case .flat:
      error["request_id"] = id
      return .object(error)
    }
  }

  /// The same refusal with the status that the readings give its kind.
  func reread(_ refusal: Refusal) -> Refusal {
    let status =
      switch refusal.code {
      case "invalid_request": readings.invalidRequestStatus
      case "resource_conflict": readings.wrongStateStatus
      default: refusal.status
      }
    return Refusal(
      status, refusal.code, refusal.message, details: refusal.details, headers: refusal.headers)
  }
}

extension Refusal {
  /// 400; the code is the sandbox's own [contract prospectb2b §6].
  static func invalidRequest(_ message: String, field: String? = nil) -> Refusal {
    Refusal(
      400, "invalid_request", message, details: field.map { ["field": .string($0)] })
  }

  static func notFound(_ what: String) -> Refusal {
    Refusal(404, "not_found", "no such \(what) in this workspace")
  }

  /// 409: the state of the record forbids the change [contract prospectb2b §6].
  static func wrongState(_ message: String) -> Refusal {
    Refusal(409, "resource_conflict", message)
  }
}
