internal import ArgumentParser
internal import ProspectAPI

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One `--token-fd [PROVIDER=]N`: a descriptor through which the caller hands over keys, so that they stand neither on
/// the command line nor in the environment.
struct TokenDescriptorOption: Equatable {
  /// Whose key it is; nil: the lines say it.
  let provider: String?
  let number: Int32

  private static let limit = 64 << 10

  init(parsing text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    provider = parts.count == 2 ? String(parts[0]) : nil
    guard let last = parts.last, let number = Int32(last), number >= 0, provider?.isEmpty != true
    else {
      throw ValidationError("write a descriptor as its number, or as PROVIDER=NUMBER")
    }
    guard number != 1, number != 2 else {
      throw ValidationError("descriptor \(number) is for output; use 0, or 3 and above")
    }
    self.number = number
  }

  /// Reads to the end, and closes what it has read from.
  func read() throws(UsageError) -> GivenTokens {
    guard isatty(number) == 0 else {
      throw UsageError(
        message: "descriptor \(number) is a terminal, which would show the key",
        hint: "prospect-run auth login asks for it without showing it")
    }
    let bytes = try content()
    // Standard input stays open at its end: its number must not become that of another file.
    if number > 2 { close(number) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(message: "descriptor \(number) gave no text")
    }
    do throws(GivenTokens.Mistake) {
      return try GivenTokens(text, descriptor: number, provider: provider)
    } catch {
      throw UsageError(
        message: error.message,
        hint: "write lines such as PROSPECTB2B_API_KEY=…, or say whose key it is: "
          + "--token-fd prospectb2b=\(number)")
    }
  }

  private func content() throws(UsageError) -> [UInt8] {
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = systemRead(number, &portion, portion.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return bytes }
      guard count > 0 else {
        throw UsageError(
          message: "descriptor \(number) cannot be read: \(String(cString: strerror(errno)))",
          hint: "open it in the shell: --token-fd \(number) \(number)<FILE")
      }
      bytes += portion[..<count]
      guard bytes.count <= Self.limit else {
        throw UsageError(message: "descriptor \(number) gave more than \(Self.limit) bytes")
      }
    }
  }
}

/// read(2) under a name that the method `read` does not hide.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}
