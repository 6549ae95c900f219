/// Why a helper gave nothing; nothing that it printed is repeated, for it may be the secret.
struct HelperFailure: Error, Equatable {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
