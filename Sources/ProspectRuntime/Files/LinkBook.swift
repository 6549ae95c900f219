internal import ProspectAPI
internal import ProspectJSON

/// The links to files that providers gave to a run: only these are fetched, whatever the recipe asks for.
struct LinkBook {
  private struct Link: Hashable {
    let provider: String
    let url: String
  }

  private var links: Set<Link> = []

  /// What a recipe makes the host remember is bounded. A forgotten link is refused until a poll of its job gives it again.
  private static let mostLinks = 50_000

  /// Remembers the links in a result.
  ///
  /// - Parameter learn: is told each of them.
  mutating func note(
    _ result: JSON, from provider: Provider, at paths: [String], _ learn: (String) -> Void
  ) {
    for path in paths {
      guard let url = result.at(path: path)?.string else { continue }
      if links.count >= Self.mostLinks { links.removeAll() }
      links.insert(Link(provider: provider.name, url: url))
      learn(url)
    }
  }

  func contains(_ url: String, from provider: Provider) -> Bool {
    links.contains(Link(provider: provider.name, url: url))
  }
}
