/// The blacklists of the OpenProspect account and where they are attached [contract openprospect
/// §5.4].
struct BlacklistBook: Sendable {
  struct Blacklist: Sendable {
    let id: String
    var name: String
    var description: String?
    fileprivate(set) var entries: [Entry] = []
  }

  /// A company that is kept out, by one or more of the four fields.
  struct Entry: Sendable {
    fileprivate(set) var id = ""
    let externalID: String?
    let website: String?
    let companyName: String?
    let city: String?
  }

  private(set) var blacklists: [Blacklist] = []
  /// Ids of blacklists by the number of the prospect search.
  private var attached: [Int: [String]] = [:]
  private var created = 0
  private var entriesCreated = 0

  /// An account that keeps its customers out already.
  init(identifiers: Identifiers) {
    let list = create(
      name: "Existing customers", description: "Synced from the ERP", identifiers: identifiers)
    _ = add(
      [
        Entry(
          externalID: "ERP-1001", website: "https://kaltenbruck.example",
          companyName: "Kaltenbruck Pumpen GmbH", city: "Linz"),
        Entry(externalID: nil, website: nil, companyName: "Żuraw i Synowie", city: "Łódź"),
      ], to: list.id, identifiers: identifiers)
  }

  func blacklist(_ id: String) -> Blacklist? { blacklists.first { $0.id == id } }

  mutating func create(
    name: String, description: String?, identifiers: Identifiers
  ) -> Blacklist {
    let list = Blacklist(
      id: identifiers.uuid("blacklist", created), name: name, description: description)
    created += 1
    blacklists.append(list)
    return list
  }

  /// Changes name and description of a list; nil when there is none.
  mutating func update(_ id: String, _ change: (inout Blacklist) -> Void) -> Blacklist? {
    guard let index = index(id) else { return nil }
    change(&blacklists[index])
    return blacklists[index]
  }

  /// Forgets a list, wherever it is attached; false when there is none.
  mutating func delete(_ id: String) -> Bool {
    guard let index = index(id) else { return false }
    blacklists.remove(at: index)
    for search in attached.keys { attached[search]?.removeAll { $0 == id } }
    return true
  }

  /// Appends entries, each with a new id; false when there is no such list.
  mutating func add(_ entries: [Entry], to id: String, identifiers: Identifiers) -> Bool {
    guard let index = index(id) else { return false }
    for var entry in entries {
      entry.id = identifiers.uuid("blacklist_entry", entriesCreated)
      entriesCreated += 1
      blacklists[index].entries.append(entry)
    }
    return true
  }

  /// Removes the entries that are there; false when there is no such list.
  mutating func remove(_ entries: Set<String>, from id: String) -> Bool {
    guard let index = index(id) else { return false }
    blacklists[index].entries.removeAll { entries.contains($0.id) }
    return true
  }

  func attached(toSearch number: Int) -> [Blacklist] {
    (attached[number] ?? []).compactMap(blacklist)
  }

  mutating func attach(_ ids: [String], toSearch number: Int) { attached[number] = ids }

  private func index(_ id: String) -> Int? { blacklists.firstIndex { $0.id == id } }
}
