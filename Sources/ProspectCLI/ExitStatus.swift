/// The exit statuses that the command line itself decides on; those of a run come with its result.
enum ExitStatus {
  static let success: Int32 = 0
  static let failure: Int32 = 1
  static let usage: Int32 = 2
  /// A credential is missing, refused, or lacks a scope.
  static let credential: Int32 = 3
  /// What a shell reports for a program that SIGPIPE ended.
  static let brokenPipe: Int32 = 128 + 13
}
