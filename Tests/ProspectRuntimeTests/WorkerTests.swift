import Foundation
import ProspectRuntime
import Testing

/// A worker that fails takes nothing with it.
@Suite(.timeLimit(.minutes(1))) struct WorkerTests {
  /// A stand-in for the worker: a shell script that misbehaves once and is a real worker from then on.
  private func runtime(misbehaving script: String) throws -> TestRuntime {
    let folder = try TemporaryFolder()
    let marker = folder.path("was-here")
    let path = try folder.write(
      """
      #!/bin/sh
      if [ -e "\(marker)" ]; then exec "\(Driver.workerPath)"; fi
      : > "\(marker)"
      echo $$ > "\(folder.path("pid"))"
      \(script)
      """, to: "worker", executable: true)
    return try TestRuntime(isolation: .worker(path: path), keeping: folder)
  }

  @Test func `a worker that dies of a signal fails its run, and the next run is fine`() async throws
  {
    let test = try runtime(misbehaving: "kill -SEGV $$")
    let result = try await test.run("print('hello')")
    #expect(result.failure?.kind == .crash)
    #expect(result.failure?.message.contains("segmentation fault (signal 11)") == true)
    #expect(result.exitCode == 1)
    #expect(try await test.run("print('hello')").status == .succeeded)
    #expect(test.printed == "hello\n")
  }

  @Test func `a worker that leaves early is a crash with its exit code`() async throws {
    let test = try runtime(misbehaving: "exit 42")
    let failure = try #require(try await test.run("").failure)
    #expect(failure.kind == .crash)
    #expect(failure.message.contains("exit code 42"))
  }

  @Test func `a worker that talks nonsense is ended`() async throws {
    let test = try runtime(misbehaving: #"printf 'this is no frame at all' >&3; exec sleep 1000"#)
    let failure = try #require(try await test.run("").failure)
    #expect(failure.kind == .crash)
    #expect(failure.message.contains("frame"))
    await expectGone(test)
  }

  @Test func `a worker of another version is ended, with a hint`() async throws {
    // length 13, kind 1 (hello), id 0, version 999
    let test = try runtime(
      misbehaving:
        #"printf '\015\000\000\000\001\000\000\000\000\000\000\000\000\347\003\000\000' >&3; exec sleep 1000"#
    )
    let failure = try #require(try await test.run("").failure)
    #expect(failure.message.contains("version 999"))
    await expectGone(test)
  }

  @Test func `a worker that hangs up and stays is ended`() async throws {
    let test = try runtime(misbehaving: "exec sleep 1000 3>&-")
    #expect(try await test.run("").failure?.kind == .crash)
    await expectGone(test)
  }

  @Test func `a worker that never answers ends at the limit`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("#!/bin/sh\nexec sleep 1000\n", to: "worker", executable: true)
    let test = try TestRuntime(
      limits: Limits(wall: .milliseconds(100)), isolation: .worker(path: path))
    #expect(try await test.run("").failure?.kind == .limit)
  }

  @Test func `a worker gets two descriptors, no environment, and a process group of its own`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      #!/bin/sh
      /usr/bin/env > "\(folder.path("environment"))"
      /bin/ls -l /proc/$$/fd > "\(folder.path("descriptors"))"
      /usr/bin/cut -d ' ' -f 1,5 /proc/$$/stat > "\(folder.path("group"))"
      """, to: "worker", executable: true)
    let test = try TestRuntime(
      environment: ["PROSPECTB2B_API_KEY": "secret"], isolation: .worker(path: path))
    #expect(try await test.run("").failure?.kind == .crash)
    // What a shell sets by itself.
    let own: Set = ["PWD", "OLDPWD", "SHLVL", "_"]
    let names = try folder.read("environment").split(separator: "\n").map {
      $0.prefix { $0 != "=" }
    }
    #expect(names.allSatisfy { own.contains(String($0)) })
    let descriptors = try folder.read("descriptors").split(separator: "\n")
    #expect(descriptors.count { $0.contains("socket:") } == 1)
    #expect(descriptors.count { $0.contains("prospect-control") } == 1)
    #expect(!descriptors.contains { $0.contains("pipe:") })
    let ids = try folder.read("group").split(whereSeparator: \.isWhitespace)
    #expect(ids.count == 2 && ids.first == ids.last)
  }

  @Test func `a missing worker is said before anything runs`() throws {
    let test = try TestRuntime(isolation: .worker(path: "/nowhere/prospect-worker"))
    let error = #expect(throws: RuntimeError.self) { try test.start("print(1)") }
    #expect(error?.code == .workerMissing)
    #expect(error?.message.contains("/nowhere/prospect-worker") == true)
  }

  @Test func `a worker that is named is never replaced by another one`() throws {
    let test = try TestRuntime(
      environment: ["PROSPECT_WORKER": "/nowhere/else"], isolation: .worker())
    let error = #expect(throws: RuntimeError.self) { try test.start("print(1)") }
    #expect(error?.message.contains("/nowhere/else") == true)
  }

  @Test func `the worker is found beside the program`() async throws {
    let test = try TestRuntime(isolation: .worker())
    #expect(try await test.run("print('found')").status == .succeeded)
  }

  /// Waits until the process of the stand-in is no more, not even as a zombie.
  private func expectGone(_ test: TestRuntime) async {
    guard let text = try? test.kept?.read("pid"), let pid = pid_t(text.dropLast()) else {
      Issue.record("the stand-in never started")
      return
    }
    while kill(pid, 0) == 0 { try? await Task.sleep(for: .milliseconds(5)) }
  }
}
