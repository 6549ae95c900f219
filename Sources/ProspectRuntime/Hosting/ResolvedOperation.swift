internal import ProspectAPI
internal import ProspectJournal

/// An operation that a run has asked for, looked up once.
struct ResolvedOperation {
  let operation: Operation
  let provider: Provider
  let effectClass: EffectClass
  /// Costs of other operations that an answer of this one tells.
  let tells: [Cost.Rows]
  /// Where its result may carry the link to the file of a job.
  let links: [String]

  init(_ operation: Operation, of provider: Provider) {
    self.operation = operation
    self.provider = provider
    tells = provider.operations.values.compactMap { other in
      guard let rows = other.cost?.rows, case .seen(operation.name, _) = rows.source else {
        return nil
      }
      return rows
    }
    links = provider.operations.values.compactMap { other in
      guard let job = other.job, other === operation || job.poll == operation.name else {
        return nil
      }
      return job.download
    }
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
