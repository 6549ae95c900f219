import CSystemShims
import Foundation
import Testing

/// What a child gets as its own, whatever numbers the host has for it.
@Suite(.timeLimit(.minutes(1))) struct SpawnTests {
  private static func target(_ descriptor: Int32) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)"))
      ?? "-"
  }

  @Test(arguments: [[0, 1, 2], [1, 0, 2], [2, 0, 1], [1, 2, 0], [2, 2, 0]] as [[Int32]])
  func `descriptors whose numbers the child needs itself arrive as they were`(_ streams: [Int32]) {
    // The shell's own streams, looked at from a child of its own that has others.
    let script = """
      for stream in 0 1 2; do
        [ "$(readlink /proc/$$/fd/$stream)" = "$1" ] || exit 1
        shift
      done
      """
    let words = ["/bin/sh", "-c", script, "sh"] + streams.map(Self.target)
    var arguments = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for text in arguments + environment { free(text) } }
    let child = csys_spawn_command("/bin/sh", &arguments, &environment, streams)
    #expect(child > 0)
    var status: Int32 = -1
    #expect(waitpid(child, &status, 0) == child && status == 0)
  }
}
