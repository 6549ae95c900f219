/// How long a transport waits in each phase of an exchange, and what all answers together may take.
package struct TransportLimits: Sendable {
  /// Name, connection and secure channel.
  package var connect: Duration = .seconds(10)
  /// From the last byte sent to the first byte of the answer.
  package var firstByte: Duration = .seconds(30)
  /// Between two bytes of the answer.
  package var idle: Duration = .seconds(60)
  /// Bytes of answers that are on their way at once. Downloads do not count: they go to a file as they come.
  package var answers = 256 << 20

  package init() {}

  /// How often exchanges are looked at; the limits are kept to about an eighth.
  var inspection: Duration { min(firstByte, idle) / 8 }
}
