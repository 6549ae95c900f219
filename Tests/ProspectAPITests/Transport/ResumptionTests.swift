import Testing

@testable import ProspectAPI

@Suite("Resumption: where the rest of a file comes from, and where it goes")
struct ResumptionTests {
  static let early = "Sun, 06 Nov 1994 08:49:37 GMT"
  static let late = "Sun, 06 Nov 1994 08:49:38 GMT"

  func headers(_ lines: [String]) -> ResponseHeaders {
    ResponseHeaders(lines: Array(lines.map { $0 + "\r\n" }.joined().utf8))
  }

  func resumption(_ lines: [String]) -> Resumption {
    var resumption = Resumption()
    #expect(resumption.place(200, headers(lines), written: 0) == .start)
    return resumption
  }

  @Test(
    "the rest is asked for only where the server can say that the file is still the same",
    arguments: [
      (["ETag: \"a\""], "\"a\""), (["ETag: W/\"a\""], nil), (["ETag: a"], nil), ([], nil),
      (["ETag: \"a\"", "Accept-Ranges: none"], nil),
      (["ETag: \"a\"", "Content-Encoding: gzip"], nil),
      (["Last-Modified: \(early)", "Date: \(late)"], early),
      (["Last-Modified: \(early)", "Date: \(early)"], nil), (["Last-Modified: \(early)"], nil),
      (["Last-Modified: yesterday", "Date: \(late)"], nil),
      (["ETag: W/\"a\"", "Last-Modified: \(early)", "Date: \(late)"], nil),
      (["ETag: \"a\"", "Last-Modified: \(early)", "Date: \(late)"], "\"a\""),
    ] as [([String], String?)])
  func validators(_ lines: [String], _ validator: String?) {
    let fields = resumption(lines).fields(written: 7)
    #expect(fields.first { $0.name == "If-Range" }?.value == validator)
    #expect(fields.first { $0.name == "Range" }?.value == validator.map { _ in "bytes=7-" })
    #expect(resumption(lines).fields(written: 0).isEmpty)
  }

  @Test(
    "a part that fits goes behind what has come",
    arguments: [
      ["Content-Range: bytes 4-9/10"], ["Content-Range: bytes 4-9/*"],
      ["Content-Range: bytes 4-6/10"], ["Content-Range: BYTES 4-9/10", "ETag: \"a\""],
    ])
  func fits(_ lines: [String]) {
    var resumption = resumption(["ETag: \"a\"", "Content-Length: 10"])
    #expect(resumption.place(206, headers(lines), written: 4) == .end)
    #expect(!resumption.isWhole(written: 9) && resumption.isWhole(written: 10))
  }

  @Test(
    "any other part, and a part of another file, makes it begin anew",
    arguments: [
      [], ["Content-Range: bytes 5-9/10"], ["Content-Range: bytes 3-9/10"],
      ["Content-Range: bytes 0-9/10"], ["Content-Range: bytes 4-9/11"],
      ["Content-Range: bytes 4-10/10"], ["Content-Range: bytes 9-4/10"],
      ["Content-Range: bytes */10"], ["Content-Range: items 4-9/10"],
      ["Content-Range: bytes +4-9/10"], ["Content-Range: bytes 4-9/10/10"],
      ["Content-Range: bytes 4-99999999999999999999/*"],
      ["Content-Range: bytes 4-9/10", "ETag: \"b\""],
      ["Content-Range: bytes 4-9/10", "Content-Encoding: gzip"],
    ])
  func unfit(_ lines: [String]) {
    var resumption = resumption(["ETag: \"a\"", "Content-Length: 10"])
    #expect(resumption.place(206, headers(lines), written: 4) == .unfit)
    #expect(resumption.fields(written: 4).isEmpty)
  }

  @Test("a part that nobody asked for is none")
  func unasked() {
    var resumption = Resumption()
    #expect(resumption.place(206, headers(["Content-Range: bytes 0-9/10"]), written: 0) == .unfit)
  }

  @Test("a whole answer begins anew, whatever came before, and its own words count from then on")
  func whole() {
    var resumption = resumption(["ETag: \"a\"", "Content-Length: 10"])
    let changed = headers(["ETag: \"b\"", "Content-Length: 3"])
    #expect(resumption.place(200, changed, written: 4) == .start)
    #expect(resumption.validator == "\"b\"" && resumption.total == 3)
  }

  @Test("an attempt counts as none when it has brought a good deal")
  func counts() {
    var count = DownloadCount()
    count.attempted(written: 0)
    count.attempted(written: 100)
    #expect(count.fruitless == 2)
    count.attempted(written: 2 << 20)
    #expect(count.fruitless == 1)
    count.attempted(written: 2 << 20)
    #expect(count.fruitless == 2)
    // It began anew: coming as far as before is nothing new.
    count.attempted(written: 0)
    count.attempted(written: 2 << 20)
    #expect(count.fruitless == 4 && count.attempts == 6)
    count.attempted(written: 3 << 20)
    #expect(count.fruitless == 1)
  }
}
