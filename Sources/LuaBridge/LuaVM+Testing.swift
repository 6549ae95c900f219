internal import CLuaShims

/// What tests need to provoke the moments that a bridge most easily gets wrong.
extension LuaVM {
  /// Makes every allocation that needs more memory fail, from the `n`-th from now on; 0 ends it.
  package func failAllocations(from n: Int) { cl_fail_allocations_from(handle, UInt64(n)) }

  /// Has Lua collect all garbage whenever it allocates, so that a value that nothing anchors is gone at once.
  package func collectAtEveryAllocation(_ on: Bool) { cl_collect_at_every_allocation(handle, on) }

  /// Collects all garbage and releases the Swift objects in it.
  package func collectGarbage() throws(LuaError) {
    try enter()
    cl_collect(handle)
    cl_enter(handle)
  }

  /// Number of allocations that needed more memory so far.
  package var allocations: Int { Int(cl_allocations(handle)) }
}
