/// Gaps of exports, their files, the history and the variant host.
extension SphereScoutReadings {
  static let exportSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.export_started_status", "The status of an export that was enqueued.",
      source: "contract spherescout §6", \.sphereScout.exportStartedStatus,
      ["200": 200, "202": 202, "201": 201]),
    SandboxSwitch(
      "spherescout.export_started_word",
      "Whether the answer to download-csv has a status beside task_id.",
      source: "contract spherescout §6", \.sphereScout.omitsStartedWord,
      ["pending": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.export_error_name", "Where a failed export says why.",
      source: "contract spherescout §6", \.sphereScout.exportErrorName,
      ["error": "error", "message": "message", "detail": "detail"]),
    SandboxSwitch(
      "spherescout.export_format", "What export_format does beside search_id.",
      source: "contract spherescout §13", \.sphereScout.exportFormat,
      ["honoured": .honoured, "ignored": .ignored, "refused": .refused]),
    SandboxSwitch(
      "spherescout.export_row_limit", "The most rows that an export may have.",
      source: "contract spherescout §13", \.sphereScout.mostRows,
      ["none": nil, "1000": 1_000]),
    SandboxSwitch(
      "spherescout.regeneration_price", "What an export costs again after its link has expired.",
      source: "contract spherescout §6", \.sphereScout.regeneratesForFree,
      ["full": false, "free": true]),
  ]

  static let fileSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.file_columns", "Which columns the file has, and in which order.",
      source: "contract spherescout §7", \.sphereScout.fileStyle.columns,
      [
        "listed": ContactFileStyle.usualColumns,
        "reordered": ContactFileStyle.usualColumns.reversed(),
        "extended": [.id] + ContactFileStyle.usualColumns + [.facebook],
        "fewer": [.name, .city, .country, .phoneNumber, .email],
      ]),
    SandboxSwitch(
      "spherescout.file_byte_order_mark", "Whether the file begins with a byte order mark.",
      source: "contract spherescout §7", \.sphereScout.fileStyle.hasByteOrderMark,
      ["absent": false, "present": true]),
    SandboxSwitch(
      "spherescout.file_line_ends", "How a row of the file ends.",
      source: "contract spherescout §7", \.sphereScout.fileStyle.lineEnd,
      ["crlf": "\r\n", "lf": "\n"]),
    SandboxSwitch(
      "spherescout.file_delimiter", "What stands between two fields.",
      source: "contract spherescout §7", \.sphereScout.fileStyle.delimiter,
      ["comma": ",", "semicolon": ";", "tab": "\t"]),
    SandboxSwitch(
      "spherescout.file_joined_values", "What stands between several values in one field.",
      source: "contract spherescout §7", \.sphereScout.fileStyle.joiner,
      ["semicolon": "; ", "comma": ", "]),
    SandboxSwitch(
      "spherescout.file_ranges", "Whether the file host sends a part when it is asked for one.",
      source: "contract spherescout §6", \.sphereScout.ignoresRanges,
      ["honoured": false, "ignored": true]),
    SandboxSwitch(
      "spherescout.expired_link_status", "What a download link answers after 30 days.",
      source: "contract spherescout §12", \.sphereScout.expiredLinkStatus,
      ["403": 403, "404": 404]),
  ]

  static let historySwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.history_form",
      "How the history is listed: in pages of a bare list, all at once, or in results.",
      source: "contract spherescout §8", \.sphereScout.historyForm,
      ["array": .array, "whole_array": .wholeArray, "results": .results]),
    SandboxSwitch(
      "spherescout.history_order", "Which export comes first.",
      source: "contract spherescout §8", \.sphereScout.listsOldestFirst,
      ["newest_first": false, "oldest_first": true]),
    SandboxSwitch(
      "spherescout.freshness_count", "Whether freshness tells how many contacts are new.",
      source: "contract spherescout §8", \.sphereScout.omitsNewCount,
      ["present": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.delta_form", "What download-delta answers: a job, a link, or the file.",
      source: "contract spherescout §13", \.sphereScout.deltaForm,
      ["task": .task, "download_url": .link, "file": .file]),
    SandboxSwitch(
      "spherescout.delta_price", "What a delta costs.",
      source: "contract spherescout §13", \.sphereScout.deltaPrice,
      ["new_rows": .newRows, "nothing": .nothing, "all_rows": .allRows]),
    SandboxSwitch(
      "spherescout.delta_baseline",
      "Since when contacts are new: since the entry's last delta, or since the entry.",
      source: "contract spherescout §8", \.sphereScout.measuresFromEntry,
      ["last_delta": false, "entry": true]),
    SandboxSwitch(
      "spherescout.delta_in_history", "Whether a delta is an entry of the history.",
      source: "contract spherescout §8", \.sphereScout.hidesDeltas,
      ["listed": false, "omitted": true]),
  ]

  static let variantSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.variant_search_id",
      "Whether the variant host's search_id is a string or an integer.",
      source: "contract spherescout §11", \.sphereScout.numbersVariantJobs,
      ["string": false, "integer": true]),
    SandboxSwitch(
      "spherescout.variant_locations",
      "Whether the variant host's locations stand in an object or are a bare list.",
      source: "contract spherescout §11", \.sphereScout.listsVariantLocations,
      ["object": false, "array": true]),
  ]
}
