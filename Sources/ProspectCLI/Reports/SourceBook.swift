internal import ProspectRuntime

/// Finds the line of source that an error points at.
struct SourceBook {
  /// The text of the recipe, which need not be a file.
  var recipe: Recipe?

  /// The line with this number, counted from 1, without the spaces around it; nil when it cannot be
  /// found.
  ///
  /// Modules are read from the disk: beside the working folder, or beside the recipe, as `require`
  /// finds them.
  func line(_ number: Int, of file: String) -> String? {
    guard let text = text(of: file) else { return nil }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return nil }
    let line = PlainText.line(String(decoding: lines[number - 1], as: UTF8.self))
    let trimmed = line.drop { $0 == " " }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  private func text(of file: String) -> [UInt8]? {
    if let recipe, file == recipe.name { return recipe.source }
    return FileText.read(file) ?? recipe?.folder.flatMap { FileText.read($0 + "/" + file) }
  }
}
