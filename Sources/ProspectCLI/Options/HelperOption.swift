internal import ArgumentParser

/// One `--credential-helper [PROVIDER=]PATH`.
struct HelperOption: Equatable {
  /// Nil: for all providers without one of their own.
  let provider: String?
  let path: String

  init(parsing text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isNamed = parts.count == 2 && !parts[0].contains("/")
    provider = isNamed ? String(parts[0]) : nil
    path = isNamed ? String(parts[1]) : text
    guard !path.isEmpty, provider?.isEmpty != true else {
      throw ValidationError("write a helper as PATH or PROVIDER=PATH")
    }
  }
}
