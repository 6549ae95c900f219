internal import ProspectAPI

extension Operation.Source {
  /// Where the knowledge comes from.
  var meaning: String {
    switch self {
    case .seed: "the provider's documentation"
    case .pages: "the provider's web pages"
    case .inferred: "no document names it; its path and names may turn out to be different"
    }
  }
}

extension Operation {
  /// What a table shows of how sure it is that the provider has this.
  var mark: String { life == .legacy ? "\(source.rawValue), legacy" : source.rawValue }

  /// The same in a sentence.
  var provenance: String {
    let legacy = life == .legacy ? "; no longer documented, expect 404" : ""
    return "\(source.rawValue): \(source.meaning)\(legacy)"
  }

  var costWords: String { cost?.words ?? "free" }

  /// Where it is, below the origin when it is not below the base URL.
  var address: String {
    "\(method.rawValue) \(path.text)\(isRoot ? " (from the root of the host)" : "")"
  }

  /// Rules that arguments obey together.
  var rules: [String] {
    var rules: [String] = []
    if !atLeastOne.isEmpty { rules.append("at least one of \(Self.list(atLeastOne))") }
    if !exactlyOne.isEmpty { rules.append("exactly one of \(Self.list(exactlyOne))") }
    if let confirm { rules.append("confirm = true is needed: \(confirm)") }
    return rules
  }

  /// The rules as sentences.
  var ruleSentences: [String] {
    rules.map { $0.prefix(1).uppercased() + $0.dropFirst() + ($0.hasSuffix(".") ? "" : ".") }
  }

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// What a call gives.
  var outcome: String {
    if paging != nil { return "a list: an iterator with :pages(), :first(n), :collect()" }
    if let job {
      return "a job: \(job.methods)" + (pickUp.map { "; \($0) picks one up again" } ?? "")
    }
    return "a table"
  }
}

extension JobProtocol {
  fileprivate var methods: String {
    var methods = ["job.id", "job:status()", "job:wait { timeout, on_progress }"]
    if let results { methods.append("job:results() as \(results.operation)") }
    if download != nil { methods.append("job:download(path)") }
    return methods.joined(separator: ", ")
  }

  /// What a recipe can know about how it is followed.
  var words: String {
    let names = { (words: [Word]) in
      words.map { if case .text(let text) = $0 { text } else { "true" } }.joined(separator: ", ")
    }
    let failing = failed.isEmpty ? "" : "; fails with \(names(failed))"
    let nothing = mayBeNothing ? "; may find that there is nothing to do" : ""
    return "read by \(poll) until its status is \(names(done))\(failing)\(nothing)"
  }
}

extension Paging {
  /// What a recipe can know about its pages.
  var words: String {
    let size = size.map { ", \($0.value) rows a page unless \($0.argument) says less" } ?? ""
    return "pages come by themselves (\(style.rawValue))\(size)"
  }
}
