internal import ProspectAPI

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension PartFile {
  /// Puts asterisks in the place of credentials: a server can write into a file what it was sent. The file keeps its
  /// length; memory is bounded.
  func hideSecrets(_ secrets: SecretRegister) throws(RequestRefusal) {
    guard let reach = secrets.reach(.input) else { return }
    var block = [UInt8](repeating: 0, count: max(1 << 18, reach * 4))
    var place = 0
    while true {
      let count = try read(into: &block, at: place)
      for secret in secrets.occurrences(in: block[..<count], .input) {
        let stars = [UInt8](repeating: UInt8(ascii: "*"), count: secret.count)
        try write(stars, at: place + secret.lowerBound)
      }
      guard count == block.count else { return }
      // One that the end of the block cuts in two is found in the next one.
      place += count - reach
    }
  }

  /// Reads until the block is full or the file ends.
  private func read(into block: inout [UInt8], at place: Int) throws(RequestRefusal) -> Int {
    var count = 0
    while count < block.count {
      let got = block.withUnsafeMutableBytes { bytes in
        pread(
          descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count,
          off_t(place + count))
      }
      if got == 0 { break }
      if got > 0 { count += got } else if errno != EINTR { throw Self.refusal(path, errno) }
    }
    return count
  }

  private func write(_ bytes: [UInt8], at place: Int) throws(RequestRefusal) {
    var count = 0
    while count < bytes.count {
      let put = bytes[count...].withUnsafeBytes { part in
        pwrite(descriptor, part.baseAddress, part.count, off_t(place + count))
      }
      if put >= 0 { count += put } else if errno != EINTR { throw Self.refusal(path, errno) }
    }
  }
}
