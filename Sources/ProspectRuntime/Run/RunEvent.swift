/// Something that a run shows while it goes on, in the order in which the recipe did it.
public enum RunEvent: Sendable, Equatable {
  /// Bytes for the standard output, line ends included; often part of a line, or many lines.
  case print([UInt8])
  /// A log line.
  case log(LogLine)
  /// How far an activity has got.
  case progress(RunProgress)
}
