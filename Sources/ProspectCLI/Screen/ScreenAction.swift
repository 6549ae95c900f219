/// What the screen wants done, in this order.
enum ScreenAction: Equatable {
  /// Bytes for stdout.
  case output([UInt8])
  /// Text for stderr, line ends and control sequences included.
  case error(String)
}
