/// A gap of a contract that can be read in more than one way, as the command line names it.
package struct SandboxSwitch: Sendable {
  /// `provider.gap`, as in `openprospect.delivered_since_at_equality`.
  package let name: String
  /// What is not documented, as one sentence.
  package let summary: String
  /// The readings; the first one is the default.
  package let words: [String]
  /// Where the contract names the gap, as in `contract openprospect §11`.
  package let source: String
  private let choose: @Sendable (inout SandboxReadings, Int) -> Void

  /// - Parameters:
  ///   - words: the readings and what each one sets; the first one is the default.
  init<Value: Sendable>(
    _ name: String, _ summary: String, source: String,
    _ field: any WritableKeyPath<SandboxReadings, Value> & Sendable,
    _ words: KeyValuePairs<String, Value>
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.words = words.map(\.key)
    let values = words.map(\.value)
    choose = { readings, index in readings[keyPath: field] = values[index] }
  }

  /// Sets the reading; false when `word` is none of `words`.
  package func set(_ word: String, in readings: inout SandboxReadings) -> Bool {
    guard let index = words.firstIndex(of: word) else { return false }
    choose(&readings, index)
    return true
  }
}
