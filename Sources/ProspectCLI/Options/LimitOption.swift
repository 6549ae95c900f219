internal import ArgumentParser
internal import ProspectRuntime

/// One `--limit NAME=VALUE`: how much of something a run may use.
enum LimitOption: Equatable {
  case cpu(Duration)
  case wall(Duration)
  case memory(Int)
  case output(Int)
  case files(Int)
  case requests(Int)
  case credits(Int)

  static let names = ["cpu", "wall", "memory", "output", "files", "requests", "credits"]

  /// Reads `cpu=2s`, `wall=10m`, `memory=256MiB`, `output=10MiB`, `files=1GiB`, `requests=5000` or
  /// `credits=2000`.
  ///
  /// - Throws: a `ValidationError` that names what is wrong and shows what would be right.
  init(parsing text: String) throws {
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError("write a limit as NAME=VALUE, for example cpu=2s")
    }
    let value = text[text.index(after: equals)...]
    switch text[..<equals] {
    case "cpu": self = .cpu(try Self.duration(value, of: "cpu"))
    case "wall": self = .wall(try Self.duration(value, of: "wall"))
    case "memory": self = .memory(try Self.bytes(value, of: "memory"))
    case "output": self = .output(try Self.bytes(value, of: "output"))
    case "files": self = .files(try Self.bytes(value, of: "files"))
    case "requests": self = .requests(try Self.count(value, of: "requests"))
    case "credits": self = .credits(try Self.count(value, of: "credits"))
    case let name: throw Self.unknown(String(name))
    }
  }

  /// Puts this limit in the place of the default one.
  func apply(to limits: inout Limits) {
    switch self {
    case .cpu(let time): limits.cpu = time
    case .wall(let time): limits.wall = time
    case .memory(let bytes): limits.memory = bytes
    case .output(let bytes): limits.output = bytes
    case .files(let bytes): limits.files = bytes
    case .requests(let count): limits.requests = count
    case .credits(let count): limits.credits = count
    }
  }
}

extension LimitOption {
  private static func duration(_ text: Substring, of name: String) throws -> Duration {
    guard let duration = Duration(option: text), duration > .zero else {
      throw ValidationError("'\(text)' is no time; write \(name)=500ms, \(name)=2s or \(name)=10m")
    }
    return duration
  }

  private static func bytes(_ text: Substring, of name: String) throws -> Int {
    guard let bytes = ByteCount.parse(text), bytes > 0 else {
      throw ValidationError("'\(text)' is no size; write \(name)=512KiB or \(name)=256MiB")
    }
    return bytes
  }

  private static func count(_ text: Substring, of name: String) throws -> Int {
    guard let count = Int(text), count >= 0 else {
      throw ValidationError("'\(text)' is no count; write \(name)=5000")
    }
    return count
  }

  private static func unknown(_ name: String) -> ValidationError {
    let known = names.joined(separator: ", ")
    let guess = NameGuess.nearest(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
    return ValidationError("there is no limit '\(name)' (there are \(known)).\(guess)")
  }
}
