internal import ProspectAPI

/// The version of prospect-run.
package enum ProspectVersion {
  package static let current = ProgramVersion.current

  /// What `--version` prints.
  static let line = "prospect-run \(current) (Lua 5.4)"
}
