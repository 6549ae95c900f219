import ProspectJSON

extension SphereScout {
  /// `GET /user/profile`: the account with its remaining credits [seed 004].
  func profile(_ call: Call) throws(Refusal) -> Answer {
    let spent = ledger.with { $0.exports.spentCredits(at: call.now) }
    var body = account
    body["plan"] = "growth"
    body[readings.balanceName] = .integer(ledger.grantedCredits - spent)
    return Answer(.object(body))
  }
}
