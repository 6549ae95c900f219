internal import ProspectJSON

/// What `--list-switches` prints.
struct SwitchList {
  let switches: [LocalProvidersSwitch]

  /// A line for each switch, its default first among the readings, in columns.
  var table: String {
    let head = ["switch", "readings, the default first", "what is not documented", "source"]
    let rows =
      [head]
      + switches.map { [$0.name, $0.readings.joined(separator: ", "), $0.summary, $0.source] }
    let widths = head.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - DisplayWidth.of(cell))
      }
      .joined(separator: "  ").trimmingEnd + "\n"
    }.joined()
  }

  /// The same as one JSON array.
  var json: String {
    JSON.array(
      switches.map { gap in
        [
          "name": .string(gap.name), "readings": .array(gap.readings.map(JSON.string)),
          "default": gap.readings.first.json ?? .null, "summary": .string(gap.summary),
          "source": .string(gap.source),
        ]
      }
    ).text + "\n"
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
