internal import ProspectJSON

/// An answer that refuses a purchase because the balance is too small.
struct MissingCredits: Equatable {
  let required: Int64?
  let available: Int64?

  var hint: String {
    guard let required, let available else { return "the balance of the account is too small" }
    return "this needs \(required) credits and the account has \(available); narrow the search"
  }
}

extension ErrorAnswer {
  /// What is missing, when the balance is the reason; repeating such a call never helps.
  var credits: MissingCredits? {
    guard code == "insufficient_credits" || status == 402 else { return nil }
    return MissingCredits(
      required: body?["required_credits"]?.integer, available: body?["available_credits"]?.integer)
  }
}
