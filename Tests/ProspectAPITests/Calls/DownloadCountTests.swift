import Testing

@testable import ProspectAPI

/// When the attempts of a download are given up.
struct DownloadCountTests {
  private static let megabyte = 1 << 20

  /// The count of attempts in vain after each of those that ended with so many megabytes in the file.
  private func fruitless(after megabytes: [Double]) -> [Int] {
    var count = DownloadCount()
    return megabytes.map { size in
      count.attempted(written: Int64(size * Double(Self.megabyte)))
      return count.fruitless
    }
  }

  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1]),
    ([0.6, 1.2, 1.8, 2.4], [1, 1, 2, 1]),
    ([0, 0, 0, 0, 0], [1, 2, 3, 4, 5]),
    // A server without ranges begins anew each time.
    ([3, 1, 3, 1, 3, 1], [1, 2, 3, 4, 5, 6]),
    ([3, 1, 2.9, 0, 4.5, 1], [1, 2, 3, 4, 1, 2]),
  ])
  func `only what goes beyond all that was there before is progress`(
    _ megabytes: [Double], _ expected: [Int]
  ) {
    #expect(fruitless(after: megabytes) == expected)
  }
}
