import Testing

@testable import ProspectSandbox

struct ByteRangeTests {
  @Test(
    "A Range header chooses a part of ten bytes, or is ignored when it is malformed",
    arguments: [
      (nil, .whole), ("bytes=0-0", .part(0..<1)), ("bytes=3-", .part(3..<10)),
      ("bytes=3-99", .part(3..<10)), ("bytes=-4", .part(6..<10)), ("bytes=-99", .part(0..<10)),
      ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=5-3", .whole),
      ("bytes=0-1,3-4", .whole), ("bytes=x-", .whole), ("items=0-1", .whole), ("bytes=-", .whole),
      ("bytes=0-9223372036854775807", .part(0..<10)),
    ] as [(String?, ByteRange.Choice)])
  func chooses(header: String?, choice: ByteRange.Choice) {
    #expect(ByteRange.choose(header, size: 10) == choice)
  }
}
