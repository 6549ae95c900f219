/// One frame as it was received: not yet understood, but whole and of legal size.
package struct Frame: Sendable {
  package let kind: UInt8
  package let id: UInt64
  package let payload: PortReader
}
