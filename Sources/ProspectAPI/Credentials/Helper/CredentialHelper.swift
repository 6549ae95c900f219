internal import ProspectJSON

/// The helper protocol, version 1: one JSON object on the helper's stdin says what is wanted, one on its stdout answers
/// (docs/credentials.md).
struct CredentialHelper {
  static let version: Int64 = 1

  let command: HelperCommand
  let profile: String

  /// Starts the helper and reads its answer.
  ///
  /// - Parameter notice: gets what it writes on stderr, line by line.
  func ask(
    for provider: Provider, isRenewal: Bool, notice: @escaping @Sendable (String) -> Void
  ) async throws(HelperFailure) -> HelperAnswer {
    let request: JSON = [
      "version": .integer(Self.version), "provider": .string(provider.name),
      "origin": .string(provider.baseURL.origin.text), "profile": .string(profile),
      "reason": .string(isRenewal ? "renewal" : "start"),
    ]
    let name = command.name
    let output = try await HelperProcess(command: command) { notice("\(name): \($0)") }
      .run(input: request.encoded + [UInt8(ascii: "\n")])
    return try HelperAnswer(output, of: name)
  }
}
