internal import ProspectAPI

/// The refusals of the price guard. Nothing has been sent when they are made.
extension CallError {
  /// The call's own argument forbids it.
  static func tooExpensive(_ cost: String, most: Int, _ operation: Operation, price: Int)
    -> CallError
  {
    refusal(
      .limit, "\(cost), more than \(PurchaseTerms.argument) = \(most) of this call", operation,
      hint: "narrow the search, or allow it: \(PurchaseTerms.argument) = \(price)")
  }

  /// The limit of the run forbids it.
  static func tooExpensive(
    _ cost: String, _ purse: CreditPurse, _ operation: Operation, price: Int
  ) -> CallError {
    let limit = purse.limit ?? 0
    let (taken, _) = (purse.spent + purse.reserved).addingReportingOverflow(price)
    var state = "the run may spend \(limit)"
    if purse.spent > 0 { state += " and has spent \(purse.spent)" }
    if purse.reserved > 0 { state += ", and \(purse.reserved) are set aside for calls under way" }
    return refusal(
      .limit, "\(cost); \(state)", operation,
      hint: """
        narrow the search, or allow it: --max-credits \(taken), the same as --limit credits=\(taken); a host that \
        embeds the runtime sets limits.credits
        """)
  }

  /// There is a limit, and nothing tells whether the call keeps to it.
  static func priceless(_ reason: String, _ operation: Operation) -> CallError {
    refusal(
      .limit, "its price is not known (\(reason)), nor is the balance that it would be bounded by",
      operation, hint: "search first, or run without a limit of credits")
  }

  /// The account is too poor.
  static func tooPoor(price: Int, balance: Int, _ operation: Operation) -> CallError {
    refusal(
      .credits, "it costs \(price) credits and the account has \(balance)", operation,
      hint: "narrow the search, or buy credits")
  }

  private static func refusal(
    _ kind: Kind, _ message: String, _ operation: Operation, hint: String
  ) -> CallError {
    CallError(
      kind: kind, message: "refused before anything was sent: \(message)",
      provider: operation.provider, operation: operation.name, hint: hint)
  }
}
