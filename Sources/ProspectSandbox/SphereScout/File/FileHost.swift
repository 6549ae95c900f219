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
  /// The name under which the ledger counts downloads.
  static let operation = "spherescout.file"

  let ledger: Ledger

  private var readings: SphereScoutReadings { ledger.configuration.readings.sphereScout }

  func answer(token: String, _ call: Call) -> Answer {
    let answer = respond(token: token, call)
    ledger.with {
      $0.counts.record(FileHost.operation, status: answer.status, isReplay: false)
    }
    return answer
  }

  private func respond(token: String, _ call: Call) -> Answer {
    guard call.headers[.authorization] == nil else {
      return plain(400, "Only one auth mechanism allowed; the link is one already.")
    }
    if let refusal = call.fate.refusal {
      var answer = plain(refusal.status, refusal.message)
      answer.headers += refusal.headers
      return answer
    }
    guard let export = ledger.with({ $0.exports.export(file: token) }),
      export.timeline.phase(at: call.now) == .succeeded
    else { return plain(404, "No such file.") }
    guard call.now < export.expiresAt, token == export.fileToken else {
      return plain(readings.expiredLinkStatus, "The link has expired.")
    }
    let isSameFile = call.headers[.ifRange].map { $0 == etag(export) } ?? true
    let isPart = isSameFile && !readings.ignoresRanges && !call.fate.ignoresRange
    return send(export, range: isPart ? call.headers[.range] : nil)
  }

  /// The file of an export, or the part of it that a `Range` header asks for.
  func send(_ export: ExportBook.Export, range: String?) -> Answer {
    let content = content(of: export)
    let size = content.byteCount
    switch ByteRange.choose(range, size: size) {
    case .unsatisfiable:
      var answer = plain(416, "Nothing there.")
      answer.headers.append((.contentRange, "bytes */\(size)"))
      return answer
    case .whole:
      ledger.with { $0.exports.countDownload(of: export.number) }
      return stream(export, content, 0..<size, status: 200)
    case .part(let part):
      var answer = stream(export, content, part, status: 206)
      answer.headers.append(
        (.contentRange, "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"))
      return answer
    }
  }

  private func content(of export: ExportBook.Export) -> ExportContent {
    var style = readings.fileStyle
    if !export.version.isMultiple(of: 2) { style.lineEnd = style.lineEnd == "\n" ? "\r\n" : "\n" }
    let file = ContactFile(
      directory: ledger.directory, filter: export.search.filter, contacts: export.contacts,
      style: style)
    switch export.order.format {
    case .csv: return .text(file, layout(of: export, file))
    case .excel: return .workbook(Workbook.bytes(of: file))
    }
  }

  /// Measured at the first request, then kept.
  private func layout(of export: ExportBook.Export, _ file: ContactFile) -> ContactFileLayout {
    if let layout = export.layout { return layout }
    let layout = ContactFileLayout(file)
    ledger.with { $0.exports.keep(layout, for: export.number) }
    return layout
  }

  private func etag(_ export: ExportBook.Export) -> String {
    export.version == 0 ? "\"\(export.taskID)\"" : "\"\(export.taskID)-\(export.version)\""
  }

  private func stream(
    _ export: ExportBook.Export, _ content: ExportContent, _ range: Range<Int>, status: Int
  ) -> Answer {
    let body = ResponseBody(contentLength: range.count) { writer in
      for piece in content.pieces(range) {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    let format = export.order.format
    var headers: [(name: HTTPField.Name, value: String)] = [
      (.contentType, format.mediaType), (.eTag, etag(export)),
      (.contentDisposition, "attachment; filename=\"\(format.fileName)\""),
    ]
    if !readings.ignoresRanges { headers.append((.acceptRanges, "bytes")) }
    return Answer(status: status, headers: headers, body: .stream(body))
  }

  private func plain(_ status: Int, _ text: String) -> Answer {
    Answer(
      status: status, headers: [(.contentType, "text/plain; charset=utf-8")],
      body: .bytes(Array("\(text)\n".utf8)))
  }
}
