internal import ProspectJSON

/// What `--list-faults` prints.
struct FaultList {
  let kinds: [LocalProvidersFault]

  /// How a fault is written, then a line for each kind.
  var table: String {
    let rows = kinds.map { kind in
      [kind.name + (kind.value.isEmpty ? "" : kind.forms), kind.summary]
    }
    return """
      TARGET#CALLS:KIND[+KIND...]     as in prospectb2b.leads.upsert#3:drop-answer
      TARGET  an operation (prospect-run ops; spherescout.file is the download), openprospect.*, any
      CALLS   3, 3-5, 3- (from the third on), * (all); counted from 1


      """ + ColumnText.table([["kind", "what happens"]] + rows)
  }

  /// The kinds as one JSON array.
  var json: String {
    JSON.array(
      kinds.map { kind in
        [
          "name": .string(kind.name), "value": .string(kind.value),
          "summary": .string(kind.summary),
          "operations": kind.operations.map { .array($0.map(JSON.string)) } ?? .null,
        ]
      }
    ).text + "\n"
  }
}

extension LocalProvidersFault {
  /// The value with its sign: `[=BYTES]` when it may be left out.
  fileprivate var forms: String {
    guard value.hasPrefix("["), let end = value.firstIndex(of: "]") else { return "=\(value)" }
    let inner = value[value.index(after: value.startIndex)..<end]
    return "[=\(inner)]\(value[value.index(after: end)...])"
  }
}
