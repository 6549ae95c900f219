internal import ProspectAPI

/// The reference page of one provider.
enum ProviderMarkdown {
  static func text(_ provider: Provider) -> String {
    let operations = provider.operations.values.sorted { $0.name < $1.name }
    var lines = ["# \(provider.title)", ""]
    lines.append("<!-- Written by scripts/generate from stdlib/providers/\(provider.name).lua. -->")
    lines.append("")
    if !provider.summary.isEmpty { lines += [provider.summary, ""] }
    lines += introduction(provider) + [""] + overview(operations)
    for operation in operations { lines += [""] + OperationMarkdown.lines(operation) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func introduction(_ provider: Provider) -> [String] {
    var lines = [
      "In a recipe: `local \(provider.name) = require \"\(provider.name)\"`. Base URL: `\(provider.baseURL.text)`."
    ]
    if let authentication = provider.authentication {
      var line = "The key is taken from `\(authentication.environment)`"
      if let login = authentication.login {
        line +=
          ", or comes from a login with `\(login.usernameVariable)` and `\(login.passwordVariable)`"
      }
      lines.append(line + ".")
    }
    if provider.isOptional { lines.append("It must be granted: `--provider \(provider.name)`.") }
    return lines
  }

  private static func overview(_ operations: [Operation]) -> [String] {
    ["| Operation | What it does | Effect | Cost | Source |", "| --- | --- | --- | --- | --- |"]
      + operations.map { operation in
        let anchor = operation.name.filter { $0 != "." }.lowercased()
        return "| [`\(operation.name)`](#\(anchor)) | \(Markdown.cell(operation.summary)) "
          + "| \(operation.effect.rawValue) | \(operation.costWords) | \(operation.mark) |"
      }
  }
}
