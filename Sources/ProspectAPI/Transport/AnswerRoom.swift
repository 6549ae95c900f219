internal import CCurlShims

/// Memory that the answers of a transport may take together, until each is handed on: what many calls at once, each with a
/// large answer, may cost the host. Belongs to the loop's thread.
final class AnswerRoom {
  /// Valid as long as this object.
  let pointer: UnsafeMutablePointer<ccs_room>

  init(limit: Int) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: ccs_room(limit: limit, used: 0))
  }

  deinit { pointer.deallocate() }
}
