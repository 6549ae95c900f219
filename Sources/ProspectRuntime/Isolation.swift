/// Where recipes run.
public enum Isolation: Sendable, Equatable {
  /// In a process of its own for each run, without credentials, environment or files. It is killed when it goes
  /// beyond its limits, and when it crashes nothing else does.
  ///
  /// `path` names the `prospect-worker` executable. When it is nil, the first of these counts: the variable
  /// `PROSPECT_WORKER` of the configuration's environment, the folder of the host's own executable, `PATH`.
  case worker(path: String? = nil)

  /// On a thread of this process, for recipes that the host trusts as it trusts itself: the same behaviour and the
  /// same limits, but a recipe that does not listen cannot be killed, and one that crashes Lua crashes the host.
  case trusted
}
