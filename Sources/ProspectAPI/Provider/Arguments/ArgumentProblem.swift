/// What is wrong with an argument, or inside it. The machine says the same in stdlib/machine/arguments.lua.
struct ArgumentProblem: Equatable {
  /// The whole sentence, as in `argument "contacts[2].email" is missing`.
  let message: String

  private init(message: String) { self.message = message }

  init(_ path: String, _ problem: String) {
    self.init(message: "argument \"\(path)\" \(problem)")
  }

  static func unknown(
    _ path: String, _ name: String, among names: [String]
  ) -> ArgumentProblem {
    let suggestion = Suggestion.text(for: name, among: names)
    return ArgumentProblem(message: "unknown argument \"\(path)\"\(suggestion)")
  }
}
