/// Something that a machine wants shown.
package enum Notice: Equatable, Sendable {
  package enum Level: UInt8, Sendable, CaseIterable {
    case debug = 0
    case info = 1
    case warn = 2
    case error = 3
  }

  /// Bytes for the standard output of the recipe, line ends included.
  case print([UInt8])
  /// A log line; `fields` is a JSON object, or empty.
  case log(level: Level, message: [UInt8], fields: [UInt8])
  /// How far something has got:
  /// `{"id":n,"label":"export","state":"start|update|end","done":k,"total":n|null,"note":"…"}`.
  case progress(json: [UInt8])
}
