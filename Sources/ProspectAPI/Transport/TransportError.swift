/// No complete answer came.
package struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    /// The host's name is not known.
    case resolve
    /// No connection could be made.
    case connect
    /// The secure channel could not be made.
    case security
    /// The certificate of the other side is not trusted, or the file of trusted ones is of no use.
    case untrusted
    /// The connection ended before the answer was complete.
    case lost
    case timeout(Limit)
    /// The answer is complete, but nothing that an API says.
    case unreadable
    /// The answer is larger than the request allows.
    case tooLarge
    /// All answers that are on their way are together larger than the transport allows.
    case crowded
    /// The host is in a part of the network where it may not be: this machine, or a network behind it.
    case network(Networks)
    /// The URL is none.
    case invalid
    /// No memory, no descriptors.
    case resources
    /// The file could not be written.
    case file
    case cancelled
  }

  /// Which limit of time passed.
  package enum Limit: Sendable, Equatable {
    case connect, firstByte, idle, deadline
  }

  package let kind: Kind
  /// One sentence without the URL: a link may be a secret.
  package let message: String
  /// Whether the server certainly saw nothing of the request.
  package let isUnsent: Bool

  package init(_ kind: Kind, _ message: String, isUnsent: Bool) {
    self.kind = kind
    self.message = message
    self.isUnsent = isUnsent
  }

  package var description: String { message }

  /// Whether another attempt may fare better.
  package var isPassing: Bool {
    switch kind {
    case .resolve, .connect, .security, .lost, .timeout, .crowded: true
    case .untrusted, .unreadable, .tooLarge, .network, .invalid, .resources, .file, .cancelled:
      false
    }
  }
}
