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
    return ColumnText.table(rows)
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
