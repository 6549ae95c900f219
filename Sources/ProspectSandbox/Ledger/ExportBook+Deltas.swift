extension ExportBook {
  /// The export from which on contacts are new for a history entry: the entry itself, or its last
  /// delta that did not fail.
  ///
  /// - Parameter countsDeltas: whether a delta moves the line; else the entry alone draws it.
  func lastExport(of entry: Export, countsDeltas: Bool, at now: Instant) -> Export {
    guard countsDeltas else { return entry }
    return exports.last { export in
      export.order.base == entry.number && export.timeline.phase(at: now) != .failed
    } ?? entry
  }
}
