extension FaultKind {
  private static let jobStarts = [
    "spherescout.exports.start", "spherescout.history.delta", "spherescout_variant.exports.start",
    "prospectb2b.workflows.run", "prospectb2b.campaigns.run", "prospectb2b.imports.create",
    "prospectb2b.exports.create",
  ]
  private static let offsetLists = [
    "openprospect.searches.list", "openprospect.deliveries.companies", "openprospect.orders.list",
    "openprospect.orders.results", "openprospect.companies.list", "openprospect.prospects.list",
    "openprospect.blacklists.list", "openprospect.blacklists.entries",
  ]
  private static let files = [FileHost.operation]

  /// What the operation finds, or leaves behind.
  static let worldly: [FaultKind] = [
    FaultKind(
      "late-deliveries", takes: "[N]",
      "N companies (default 1) are delivered just before this page.",
      at: ["openprospect.deliveries.companies"]
    ) { value throws(FaultMistake) in try .lateDeliveries(value.number(1...1000) ?? 1) },
    FaultKind(
      "page-drift", takes: "[±N]",
      "After this page N rows (default 1) come in before it; -N: so many go away.",
      at: offsetLists
    ) { value throws(FaultMistake) in
      let text = value.word ?? "1"
      guard let rows = Int(text), (-1000...1000).contains(rows), rows != 0 else {
        throw value.wrong(text, "write page-drift=2 or page-drift=-2")
      }
      return .pageDrift(rows)
    },
    FaultKind(
      "stuck-job", takes: "[TIME]",
      "The job that this call starts takes TIME longer (default: for ever).",
      at: jobStarts
    ) { value throws(FaultMistake) in try .stuckJob(value.duration() ?? .seconds(10 * 365 * 86_400))
    },
    FaultKind("failed-job", "The job that this call starts fails.", at: jobStarts) { _ in .failedJob
    },
    FaultKind(
      "expired-link", "The download link has expired; the next poll of the job gives a new one.",
      at: files
    ) { _ in .expiredLink },
    FaultKind("ignored-range", "Answers the whole file, whatever part was asked for.", at: files) {
      _ in
      .ignoredRange
    },
    FaultKind(
      "changed-etag", "After this answer the file is another one: same rows, other bytes and ETag.",
      at: files
    ) { _ in .changedETag },
  ]
}
