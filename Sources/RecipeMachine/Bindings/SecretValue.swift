/// A secret as a recipe holds it: it can be handed on, and there is nothing in it to read.
final class SecretValue {
  /// What the host knows it by.
  let handle: String
  /// Where it came from, as in "prospectb2b.webhooks.create signing_secret".
  let label: String

  init(handle: String, label: String) {
    self.handle = handle
    self.label = label
  }
}
