internal import ProspectAPI
internal import ProspectJournal

/// An operation that a run has asked for, looked up once.
struct ResolvedOperation {
  let operation: Operation
  let provider: Provider
  let effectClass: EffectClass

  init(_ operation: Operation, of provider: Provider) {
    self.operation = operation
    self.provider = provider
    // The journal and the API do not know each other, but they speak of the same classes.
    effectClass =
      switch operation.effect {
      case .read: .read
      case .keyed: .keyed
      case .natural: .natural
      case .reconciled: .reconciled
      case .unrepeatable: .unrepeatable
      }
  }
}
