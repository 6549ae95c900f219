internal import CYAML

/// Reads one YAML 1.1 document with libyaml.
///
/// Values stay text: what `10m` or `off` means is for the one who asks. Anchors and aliases are refused: they can make a
/// short text a huge value, and no settings need them.
struct YAMLReader: ~Copyable {
  private static let deepest = 16

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  private init() {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    precondition(yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The document in `text`; nil when there is none in it.
  static func read(_ text: String) throws(YAMLProblem) -> YAMLNode? {
    let bytes = Array(text.utf8)
    let reader = YAMLReader()
    // libyaml reads from the bytes until the last event, so they must outlive the reading.
    let result: Result<YAMLNode?, YAMLProblem> = bytes.withUnsafeBufferPointer { input in
      yaml_parser_set_input_string(reader.parser, input.baseAddress, input.count)
      yaml_parser_set_encoding(reader.parser, YAML_UTF8_ENCODING)
      do throws(YAMLProblem) { return .success(try reader.document()) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func document() throws(YAMLProblem) -> YAMLNode? {
    _ = try next()  // the start of the stream
    let start = try next()
    guard case .other(YAML_DOCUMENT_START_EVENT) = start.kind else { return nil }
    let root = try node(try next(), depth: 0)
    _ = try next()  // the end of the document
    let after = try next()
    guard case .other(YAML_STREAM_END_EVENT) = after.kind else {
      throw YAMLProblem(line: after.line, message: "there must be one document only")
    }
    return root
  }

  private func node(_ event: Event, depth: Int) throws(YAMLProblem) -> YAMLNode {
    guard depth <= Self.deepest else {
      throw YAMLProblem(line: event.line, message: "nested more than \(Self.deepest) deep")
    }
    switch event.kind {
    case .scalar(let text): return YAMLNode(content: .scalar(text), line: event.line)
    case .other(YAML_SEQUENCE_START_EVENT):
      return YAMLNode(content: .list(try list(depth)), line: event.line)
    case .other(YAML_MAPPING_START_EVENT):
      return YAMLNode(content: .map(try members(depth)), line: event.line)
    default: throw YAMLProblem(line: event.line, message: "anchors and aliases are not supported")
    }
  }

  private func list(_ depth: Int) throws(YAMLProblem) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    while true {
      let event = try next()
      if case .other(YAML_SEQUENCE_END_EVENT) = event.kind { return elements }
      elements.append(try node(event, depth: depth + 1))
    }
  }

  private func members(_ depth: Int) throws(YAMLProblem) -> [YAMLNode.Member] {
    var members: [YAMLNode.Member] = []
    while true {
      let event = try next()
      if case .other(YAML_MAPPING_END_EVENT) = event.kind { return members }
      guard case .scalar(let name) = event.kind else {
        throw YAMLProblem(line: event.line, message: "a name must be a single word")
      }
      guard !members.contains(where: { $0.name == name }) else {
        throw YAMLProblem(line: event.line, message: "'\(name)' is there twice")
      }
      let value = try node(try next(), depth: depth + 1)
      members.append(YAMLNode.Member(name: name, line: event.line, value: value))
    }
  }
}

extension YAMLReader {
  private struct Event {
    enum Kind {
      case scalar(String)
      case other(yaml_event_type_t)
    }

    let kind: Kind
    let line: Int
  }

  private func next() throws(YAMLProblem) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    guard event.type == YAML_SCALAR_EVENT else {
      return Event(kind: .other(event.type), line: line)
    }
    let scalar = event.data.scalar
    guard scalar.anchor == nil else {
      throw YAMLProblem(line: line, message: "anchors and aliases are not supported")
    }
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return Event(kind: .scalar(String(decoding: text, as: UTF8.self)), line: line)
  }

  private var problem: YAMLProblem {
    let message = parser.pointee.problem.map { String(cString: $0) } ?? "this is not YAML"
    return YAMLProblem(line: Int(parser.pointee.problem_mark.line) + 1, message: message)
  }
}
