/// A value of a YAML document and the line at which it stands.
struct YAMLNode: Equatable {
  indirect enum Content: Equatable {
    case scalar(String)
    case list([YAMLNode])
    case map([Member])
  }

  struct Member: Equatable {
    let name: String
    /// The line of the name.
    let line: Int
    let value: YAMLNode
  }

  let content: Content
  let line: Int

  /// What it is, for messages.
  var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .list: "a list"
    case .map: "a table"
    }
  }
}

/// What is wrong with a YAML document, and where.
struct YAMLProblem: Error, Equatable {
  let line: Int
  let message: String
  var hint: String?
}
