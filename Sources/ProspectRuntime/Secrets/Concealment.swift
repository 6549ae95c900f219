internal import ProspectAPI
internal import ProspectJournal

/// Takes the secrets out of what a run sends, gets and keeps: handles stand in the place of those that the run was shown, dots
/// in the place of all others, and of those that are written in another form.
///
/// What is small is looked through where it is; what is large not on the loop, for which all runs wait.
struct Concealment: Sendable {
  let vault: SecretVault
  let secrets: SecretRegister

  /// In bytes: some tens of microseconds.
  static let small = 64 << 10

  func conceal(_ text: [UInt8]) async -> [UInt8] {
    text.count <= Self.small ? concealHere(text) : await concealElsewhere(text)
  }

  /// What tells a step from others, and its request without secrets.
  func prepare(
    _ operation: String, _ arguments: [UInt8], _ request: [UInt8]
  ) async -> (identity: StepIdentity, request: [UInt8]) {
    arguments.count + request.count <= Self.small
      ? prepareHere(operation, arguments, request)
      : await prepareElsewhere(operation, arguments, request)
  }

  func concealHere(_ text: [UInt8]) -> [UInt8] {
    secrets.redact(vault.isEmpty ? text : vault.conceal(text), .input)
  }

  private func prepareHere(
    _ operation: String, _ arguments: [UInt8], _ request: [UInt8]
  ) -> (StepIdentity, [UInt8]) {
    let identity = StepIdentity(operation: operation, arguments: concealHere(arguments))
    return (identity, request.isEmpty ? [] : concealHere(request))
  }

  @concurrent
  private func concealElsewhere(_ text: [UInt8]) async -> [UInt8] { concealHere(text) }

  @concurrent
  private func prepareElsewhere(
    _ operation: String, _ arguments: [UInt8], _ request: [UInt8]
  ) async -> (StepIdentity, [UInt8]) {
    prepareHere(operation, arguments, request)
  }
}
