#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func duplicate(_ descriptor: Int32) -> Int32 { dup(descriptor) }

func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

/// Whether the file behind the descriptor could be made empty.
func truncate(_ descriptor: Int32) -> Bool { ftruncate(descriptor, 0) == 0 }

func makePipe() -> (Int32, Int32) {
  var ends: [Int32] = [-1, -1]
  _ = pipe(&ends)
  return (ends[0], ends[1])
}
