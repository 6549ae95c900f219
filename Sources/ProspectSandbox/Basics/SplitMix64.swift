/// A small, fast generator whose whole sequence follows from one seed.
///
/// The sandbox draws everything that looks random from it, so that the same seed gives the same
/// world on every machine and in every Swift version (the standard generator promises neither).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The sequence that belongs to element `index` of the stream `seed`, without drawing the others.
  init(seed: UInt64, index: Int) {
    state = SplitMix64.mix(seed ^ SplitMix64.mix(UInt64(truncatingIfNeeded: index)))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.mix(state)
  }

  /// A number from 0 up to, not including, `bound`; the bias is below 2⁻³² for every bound used
  /// here.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) * UInt64(bound)) >> 32)
  }

  /// True in `percent` of a hundred draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
