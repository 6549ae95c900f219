/// A table, function, coroutine or userdata of one VM, kept alive while Swift holds this object.
///
/// It may be dropped on any thread: the anchor is queued and released by the VM's owner. After its VM is gone a
/// reference is inert: using it is an error, dropping it does nothing.
public final class LuaReference: Sendable {
  /// What the reference names.
  public enum Kind: Sendable { case table, function, coroutine, userdata }

  /// What the reference names.
  public let kind: Kind
  let anchor: Int32
  let releases: ReleaseQueue

  init(kind: Kind, anchor: Int32, releases: ReleaseQueue) {
    self.kind = kind
    self.anchor = anchor
    self.releases = releases
  }

  deinit { releases.add(anchor) }
}
