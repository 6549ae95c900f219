internal import Logging

/// How the two output streams are to be used.
struct ScreenStyle {
  /// stdout and stderr are both the terminal, so that what is written to one moves the cursor of
  /// the other.
  var sharesTerminal = false
  /// Progress is one line of a terminal that is rewritten.
  var hasLiveLine = false
  var format = LogFormat.text
  /// Shows warnings and errors only.
  var isQuiet = false
  var threshold = Logger.Level.info
}

extension ScreenStyle {
  init(_ console: Console, _ options: OutputOptions) {
    let isDumb = console.environment["TERM"] == "dumb"
    self.init(
      sharesTerminal: console.output.isTerminal && console.error.isTerminal,
      hasLiveLine: console.error.isTerminal && options.logFormat == .text && !options.quiet
        && !isDumb,
      format: options.logFormat, isQuiet: options.quiet, threshold: options.threshold)
  }
}
