extension Interlocking {
  func check(
    _ job: JobProtocol, of start: Operation, _ place: String
  ) throws(DescriptionError) {
    let poll = try operation(job.poll, "\(place).poll")
    try requireParameter(job.argument, of: poll, "\(place).argument")
    var readers = [(poll, job.argument)]
    if let results = job.results {
      let lister = try operation(results.operation, "\(place).results.operation")
      try requireParameter(results.argument, of: lister, "\(place).results.argument")
      readers.append((lister, results.argument))
    }
    try checkCarried(job, readers.map(\.0), place)
    for (reader, argument) in readers {
      try requireEnough(reader, [argument] + job.carry, "\(place).carry")
    }
  }

  private func checkCarried(
    _ job: JobProtocol, _ readers: [Operation], _ place: String
  ) throws(DescriptionError) {
    let known = readers.flatMap { $0.parameters.map(\.name) }
    for name in job.carry where !known.contains(name) {
      let names = readers.map(\.name).joined(separator: ", ")
      let suggestion = Suggestion.text(for: name, among: known)
      throw DescriptionError(
        path: "\(place).carry", problem: "\(names): no parameter \"\(name)\"\(suggestion)")
    }
  }

  /// A reader that needs more than the job gives it would fail at the first poll, after the job was paid.
  private func requireEnough(
    _ reader: Operation, _ given: [String], _ place: String
  ) throws(DescriptionError) {
    let lacking = reader.parameters.first { $0.isRequired && !given.contains($0.name) }
    guard let lacking else { return }
    throw DescriptionError(
      path: place, problem: "\(reader.name) needs its parameter \"\(lacking.name)\" too")
  }
}
