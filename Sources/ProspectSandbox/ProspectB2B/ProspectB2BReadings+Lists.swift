extension ProspectB2BReadings {
  /// Pages, cursors and order.
  static let listSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "prospectb2b.default_limit", "How many rows a page has when no limit is sent.",
      source: "contract prospectb2b §4, §11", \.prospectB2B.defaultLimit, ["25": 25, "100": 100]),
    SandboxSwitch(
      "prospectb2b.limit_out_of_range", "What happens to a limit outside 1...100.",
      source: "contract prospectb2b §4, §11", \.prospectB2B.clampsLimit,
      ["refused": false, "clamped": true]),
    SandboxSwitch(
      "prospectb2b.list_order", "Whether a list begins with its oldest or with its newest row.",
      source: "contract prospectb2b §4", \.prospectB2B.listsDescend,
      ["ascending": false, "descending": true]),
    SandboxSwitch(
      "prospectb2b.updated_after_at_equality",
      "Whether updated_after also gives what was changed at that very instant.",
      source: "contract prospectb2b §4", \.prospectB2B.updatedAfterIsInclusive,
      ["exclusive": false, "inclusive": true]),
    SandboxSwitch(
      "prospectb2b.last_page_cursor", "What the last page says in place of a next_cursor.",
      source: "contract prospectb2b §4", \.prospectB2B.lastPageOmitsCursor,
      ["null": false, "omitted": true]),
    SandboxSwitch(
      "prospectb2b.cursor_lifetime", "How long a cursor is good.",
      source: "contract prospectb2b §4, §11", \.prospectB2B.cursorLife,
      ["15m": .seconds(15 * 60), "1m": .seconds(60)]),
  ]
}
