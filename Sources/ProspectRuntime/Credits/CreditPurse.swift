/// The credits of one run: what it has spent, and what is set aside for purchases under way.
///
/// Setting aside and spending are two steps, so that several purchases at a time never overspend the limit together.
struct CreditPurse: Equatable {
  /// What the run may spend; nil without a limit.
  let limit: Int?
  private(set) var spent = 0
  private(set) var reserved = 0

  init(limit: Int?) { self.limit = limit }

  /// Sets credits aside; false, and nothing is changed, when that would go beyond the limit.
  mutating func reserve(_ credits: Int) -> Bool {
    let (sum, overflows) = (spent + reserved).addingReportingOverflow(credits)
    if overflows { return false }
    if let limit, sum > limit { return false }
    reserved += credits
    return true
  }

  /// Ends a purchase: what was set aside for it becomes what it really cost.
  mutating func settle(_ credits: Int, cost: Int) {
    reserved -= credits
    spent += cost
  }
}
