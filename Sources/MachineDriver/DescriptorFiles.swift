package import RecipeMachine

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Granted files as what they are: descriptors of this process.
package final class DescriptorFiles: FileAccess {
  package init() {}

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileAccessError) -> Int {
    while true {
      let count = Self.read(descriptor, buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw FileAccessError(String(cString: strerror(errno))) }
    }
  }

  package func close(_ descriptor: Int32) { Self.close(descriptor) }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}
