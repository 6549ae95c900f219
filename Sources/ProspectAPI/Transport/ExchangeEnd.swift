internal import CCurl

/// Why an exchange is over.
enum ExchangeEnd {
  /// libcurl says so.
  case code(CURLcode)
  /// It stood still for too long.
  case stalled(TransportError.Limit)
  /// Nobody waits for it any more.
  case cancelled
  /// The file that it filled could not be written.
  case fileFailed(String)
  /// It would be larger than files may be.
  case fileTooLarge
  /// The answer is another part of the file than was asked for.
  case unfit
}
