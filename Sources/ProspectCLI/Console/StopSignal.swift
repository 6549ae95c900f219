/// A wish of the world outside that this process ends.
package enum StopSignal: Int32, Sendable, CaseIterable {
  case hangup = 1
  case interrupt = 2
  case terminate = 15

  /// What a shell expects of a process that ended because of this signal.
  package var exitStatus: Int32 { 128 + rawValue }
}
