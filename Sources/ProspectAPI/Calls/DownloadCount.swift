/// Counts the attempts of a download. One that has brought a good deal of the file is no failure: a large file over a bad
/// line takes many.
struct DownloadCount {
  private(set) var attempts = 0
  /// Attempts since the file has grown, the last one included.
  private(set) var fruitless = 0
  /// How much had come when that was. It never falls: a server without ranges makes the file begin anew each time.
  private var mark: Int64 = 0

  private static let goodDeal: Int64 = 1 << 20

  mutating func attempted(written: Int64) {
    attempts += 1
    if written - mark >= Self.goodDeal {
      (fruitless, mark) = (1, written)
    } else {
      fruitless += 1
    }
  }
}
