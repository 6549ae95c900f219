/// Why a recipe cannot be read.
public struct RecipeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given.
  public let path: String
  /// What is wrong with it, as in "there is no such file".
  public let reason: String

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "cannot read the recipe \(path): \(reason)" }
}
