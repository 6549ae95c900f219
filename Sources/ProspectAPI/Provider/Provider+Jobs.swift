extension Provider {
  /// The operation whose jobs `resource.job(id)` picks up: the one that starts jobs there, or the first of several in the
  /// order of their names.
  package func jobStarter(in resource: String) -> Operation? {
    operations.values.filter { $0.job != nil && $0.resource == resource }
      .min { $0.name < $1.name }
  }
}

extension Operation {
  /// The table in which it stands: `leads` of `leads.upsert`; empty for one that stands alone.
  package var resource: String {
    name.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// How a recipe picks up one of its jobs, as in `workflows.job(id)`; nil when it starts none, or no resource holds it.
  package var pickUp: String? {
    guard let job, !resource.isEmpty else { return nil }
    if job.carry.isEmpty { return "\(resource).job(id)" }
    return "\(resource).job { \((["id"] + job.carry).map { "\($0) = …" }.joined(separator: ", ")) }"
  }
}
