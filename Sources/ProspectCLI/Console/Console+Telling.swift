extension Console {
  /// Writes the whole answer of a command on stdout.
  ///
  /// - Returns: the exit status; when nobody reads, that of a broken pipe.
  func tell(_ text: String, status: Int32 = ExitStatus.success) -> Int32 {
    do {
      try output.write(Array(text.utf8))
      return status
    } catch {
      return ExitStatus.brokenPipe
    }
  }
}
