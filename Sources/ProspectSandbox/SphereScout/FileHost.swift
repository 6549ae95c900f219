import HTTPTypes
import Hummingbird
import NIOCore
import ProspectJSON

/// The host behind `download_url`: no JSON, no accounts, the link alone grants access.
///
/// A request that brings an `Authorization` header is refused with 400, as signed storage links
/// do: the client has leaked its key to a foreign origin [contract spherescout §12.1].
struct FileHost: Sendable {
  static let prefix = "/files"

  let ledger: Ledger

  func answer(token: String, _ call: Call) -> Answer {
    let answer = respond(token: token, call)
    ledger.with {
      $0.counts.record("spherescout.file", status: answer.status, isReplay: false)
    }
    return answer
  }

  private func respond(token: String, _ call: Call) -> Answer {
    guard call.headers[.authorization] == nil else {
      return plain(400, "Only one auth mechanism allowed; the link is one already.")
    }
    guard let export = ledger.with({ $0.exports.export(file: token) }),
      export.timeline.phase(at: call.now) == .succeeded
    else { return plain(404, "No such file.") }
    guard call.now < export.timeline.finishedAt + ExportBook.linkLife else {
      return plain(403, "The link has expired.")
    }
    return send(export, call)
  }

  private func send(_ export: ExportBook.Export, _ call: Call) -> Answer {
    let file = ContactFile(directory: ledger.directory, filter: export.search.filter)
    let layout = layout(of: export, file)
    let isSameFile = call.headers[.ifRange].map { $0 == layout.etag } ?? true
    let range = isSameFile ? call.headers[.range] : nil
    switch ByteRange.choose(range, size: layout.byteCount) {
    case .unsatisfiable:
      var answer = plain(416, "Nothing there.")
      answer.headers.append((.contentRange, "bytes */\(layout.byteCount)"))
      return answer
    case .whole:
      ledger.with { $0.exports.countDownload(of: export.number) }
      return stream(file, layout, 0..<layout.byteCount, status: 200)
    case .part(let part):
      var answer = stream(file, layout, part, status: 206)
      answer.headers.append(
        (
          .contentRange,
          "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(layout.byteCount)"
        ))
      return answer
    }
  }

  /// Measured at the first request, then kept.
  private func layout(of export: ExportBook.Export, _ file: ContactFile) -> ContactFileLayout {
    if let layout = export.layout { return layout }
    let layout = ContactFileLayout(file, etag: "\"\(export.taskID)\"")
    ledger.with { $0.exports.keep(layout, for: export.number) }
    return layout
  }

  private func stream(
    _ file: ContactFile, _ layout: ContactFileLayout, _ range: Range<Int>, status: Int
  ) -> Answer {
    let body = ResponseBody(contentLength: range.count) { writer in
      for piece in ContactFilePieces(file, range, layout: layout) {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    return Answer(
      status: status,
      headers: [
        (.contentType, "text/csv; charset=utf-8"), (.acceptRanges, "bytes"),
        (.eTag, layout.etag), (.contentDisposition, "attachment; filename=\"contacts.csv\""),
      ],
      body: .stream(body))
  }

  private func plain(_ status: Int, _ text: String) -> Answer {
    Answer(
      status: status, headers: [(.contentType, "text/plain; charset=utf-8")],
      body: .bytes(Array("\(text)\n".utf8)))
  }
}
