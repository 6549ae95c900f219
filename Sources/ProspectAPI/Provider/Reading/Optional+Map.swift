extension Optional {
  /// `map` for functions that throw one type of error.
  func map<R, Failure: Error>(
    _ body: (Wrapped) throws(Failure) -> R
  ) throws(Failure) -> R? {
    if case .some(let value) = self { try body(value) } else { nil }
  }
}
