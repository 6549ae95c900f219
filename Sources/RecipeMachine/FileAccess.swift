/// The only way in which a machine reads a granted file: the host opened it, the machine holds its
/// descriptor.
///
/// The machine itself makes no system calls; its driver, or a test, gives it this.
package protocol FileAccess: AnyObject {
  /// Reads at most `buffer.count` bytes into `buffer`; 0 at the end of the file.
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(FileAccessError)
    -> Int
  /// Gives the descriptor back.
  func close(_ descriptor: Int32)
}

/// A granted file that cannot be read.
package struct FileAccessError: Error, Equatable {
  /// What the system says about it.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
