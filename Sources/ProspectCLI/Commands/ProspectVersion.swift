/// The version of prospect-run.
package enum ProspectVersion {
  package static let current = "0.1.0"

  /// What `--version` prints.
  static let line = "prospect-run \(current) (Lua 5.4)"
}
