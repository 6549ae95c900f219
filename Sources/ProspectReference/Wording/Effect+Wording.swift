internal import ProspectAPI

extension Effect {
  /// What the word means for whoever calls the operation.
  var meaning: String {
    switch self {
    case .read: "changes nothing; repeated after a lost answer"
    case .keyed: "carries an idempotency key, so it is repeated after a lost answer and done once"
    case .natural: "doing it twice changes nothing more; repeated after a lost answer"
    case .reconciled:
      "costs something each time; repeated only when it certainly did not arrive"
    case .unrepeatable:
      "happens again each time; after a lost answer a person must look, it is never repeated"
    }
  }
}
