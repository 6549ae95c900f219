extension Interlocking {
  func check(
    _ paging: Paging, of operation: Operation, _ place: String
  ) throws(DescriptionError) {
    let argument = try requireParameter(paging.argument, of: operation, "\(place).argument")
    if paging.style != .cursor { try requireCount(argument, "\(place).argument") }
    guard let size = paging.size else { return }
    let limit = try requireParameter(size.argument, of: operation, "\(place).size.argument")
    try requireCount(limit, "\(place).size.argument")
    if let most = limit.maximum, Double(size.value) > most {
      throw DescriptionError(
        path: "\(place).size.value", problem: "is more than \(limit.name) may be")
    }
  }

  private func requireCount(_ parameter: Parameter, _ place: String) throws(DescriptionError) {
    guard parameter.kind == .integer else {
      throw DescriptionError(path: place, problem: "\(parameter.name) must be an integer")
    }
  }

  func check(
    _ rows: Cost.Rows, of operation: Operation, _ place: String
  ) throws(DescriptionError) {
    try requireParameter(rows.argument, of: operation, "\(place).argument")
    switch rows.source {
    case .seen(let name, _):
      _ = try self.operation(name, "\(place).seen")
    case .ask(let name):
      let teller = try self.operation(name, "\(place).ask")
      try requireParameter(rows.argument, of: teller, "\(place).ask")
    }
  }
}
