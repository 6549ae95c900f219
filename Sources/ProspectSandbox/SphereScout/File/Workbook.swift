/// An export as an Excel workbook of one sheet [ECMA-376], every cell a text: phone numbers and
/// postal codes stay what they are.
enum Workbook {
  static func bytes(of file: ContactFile) -> [UInt8] {
    var archive = StoredArchive()
    for (name, text) in parts { archive.add(name, Array((head + text).utf8)) }
    archive.add("xl/worksheets/sheet1.xml", sheet(of: file))
    return archive.finish()
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let schemas = "http://schemas.openxmlformats.org"
  private static let document = "\(schemas)/officeDocument/2006/relationships"
  private static let packages = "\(schemas)/package/2006"
  private static let main = "\(schemas)/spreadsheetml/2006/main"
  private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Everything but the sheet: what the package holds and how its parts hang together.
  private static let parts = [
    (
      "[Content_Types].xml",
      #"<Types xmlns="\#(packages)/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Override PartName="/xl/workbook.xml" ContentType="\#(media).sheet.main+xml"/>"#
        + #"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="\#(media).worksheet+xml"/>"#
        + "</Types>"
    ),
    ("_rels/.rels", relationship("officeDocument", "xl/workbook.xml")),
    (
      "xl/workbook.xml",
      #"<workbook xmlns="\#(main)" xmlns:r="\#(document)">"#
        + #"<sheets><sheet name="contacts" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    ),
    ("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml")),
  ]

  private static func relationship(_ type: String, _ target: String) -> String {
    #"<Relationships xmlns="\#(packages)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(document)/\#(type)" Target="\#(target)"/></Relationships>"#
  }

  private static func sheet(of file: ContactFile) -> [UInt8] {
    var out = Array((head + #"<worksheet xmlns="\#(main)"><sheetData>"#).utf8)
    append(file.style.columns.map(\.rawValue), to: &out)
    for index in file.rows {
      let contact = file.directory.contact(index)
      append(file.style.columns.map { file.field($0, contact, index) }, to: &out)
    }
    out.append(contentsOf: "</sheetData></worksheet>".utf8)
    return out
  }

  private static func append(_ cells: [String?], to out: inout [UInt8]) {
    out.append(contentsOf: "<row>".utf8)
    for cell in cells {
      guard let cell else {
        out.append(contentsOf: "<c/>".utf8)
        continue
      }
      out.append(contentsOf: #"<c t="inlineStr"><is><t xml:space="preserve">"#.utf8)
      append(escaped: cell, to: &out)
      out.append(contentsOf: "</t></is></c>".utf8)
    }
    out.append(contentsOf: "</row>".utf8)
  }

  private static func append(escaped text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
      default: out.append(byte)
      }
    }
  }
}
