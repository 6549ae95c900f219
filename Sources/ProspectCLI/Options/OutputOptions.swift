internal import ArgumentParser
internal import Logging

/// What a command tells on stderr, and how.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The least important log lines shown.", valueName: "LEVEL"))
  var logLevel = LogThreshold.info

  @Option(
    name: .long,
    help: ArgumentHelp("How stderr is written; json is one object a line.", valueName: "FORMAT"))
  var logFormat = LogFormat.text

  @Flag(name: .long, help: "Only warnings and errors on stderr: no progress, no summary.")
  var quiet = false

  /// The least important level that is shown.
  var threshold: Logger.Level { quiet ? max(.warning, logLevel.level) : logLevel.level }

  /// Lines for people leave out what only programs need.
  var isBrief: Bool { logFormat == .text && logLevel.level > .debug }

  /// An error comes with the calls that led to it.
  var showsTracebacks: Bool { logLevel.level <= .debug }
}

/// How stderr is written.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json

  /// What the words of a command line ask for, also when they cannot be understood otherwise.
  static func asked(by words: [String]) -> LogFormat {
    let asksForJSON = words.indices.contains { index in
      words[index] == "--log-format=json"
        || words[index] == "--log-format" && words[(index + 1)...].first == "json"
    }
    return asksForJSON ? .json : .text
  }
}

/// The levels that `--log-level` accepts.
enum LogThreshold: String, CaseIterable, ExpressibleByArgument {
  case trace
  case debug
  case info
  case warn
  case error

  var level: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .warn: .warning
    case .error: .error
    }
  }
}
