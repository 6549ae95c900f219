/// What a call will cost, as far as that is known before it is sent.
enum Price: Equatable {
  case known(Int)
  /// With the reason, as the end of a sentence.
  case unknown(String)
}
