import ProspectAPI
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("HostLoop", .timeLimit(.minutes(1)))
struct HostLoopTests {
  /// An actor that lives on a loop.
  actor Resident {
    let loop: HostLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(_ loop: HostLoop) { self.loop = loop }

    private(set) var calls = 0

    func isAtHome() -> Bool {
      calls += 1
      return loop.isCurrent
    }

    func callThrough(_ other: Resident) async -> [Bool] {
      let before = loop.isCurrent
      let there = await other.isAtHome()
      return [before, there, loop.isCurrent]
    }

    func note() { calls += 1 }

    /// How many other jobs of the loop ran while this actor called the other one.
    func othersRan(whileCalling other: Resident) async -> Int {
      let others = Counter()
      loop.execute { others.add() }
      _ = await other.isAtHome()
      return others.count
    }
  }

  final class Counter: Sendable {
    private let value = Locked(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
  }

  @Test("an actor on the loop runs on its thread, whoever calls it")
  func actorsRunOnTheThread() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    #expect(await Resident(loop).isAtHome())
    #expect(!loop.isCurrent)
  }

  @Test("actors of one loop call each other without leaving its thread")
  func actorsShareTheThread() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let (one, two) = (Resident(loop), Resident(loop))
    #expect(await one.callThrough(two) == [true, true, true])
  }

  @Test("a call between two actors of the loop does not let other jobs in between")
  func actorCallsDoNotYield() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let (one, two) = (Resident(loop), Resident(loop))
    let others = await Task(executorPreference: loop) {
      await one.othersRan(whileCalling: two)
    }.value
    #expect(others == 0)
  }

  @Test("a task that prefers the loop stays on it after a wait")
  func tasksStay() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let places = try await Task(executorPreference: loop) {
      var places = [loop.isCurrent]
      try await loop.sleep(for: .milliseconds(1))
      places.append(loop.isCurrent)
      await Task.yield()
      places.append(loop.isCurrent)
      return places
    }.value
    #expect(places == [true, true, true])
  }

  @Test("callbacks may assume the isolation of an actor of the loop")
  func callbacksAssumeIsolation() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let resident = Resident(loop)
    await withCheckedContinuation { done in
      loop.schedule(after: .zero) {
        resident.assumeIsolated { $0.note() }
        done.resume()
      }
    }
    #expect(await resident.calls == 1)
  }

  @Test("jobs from many threads all run, one at a time")
  func jobsFromManyThreads() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let resident = Resident(loop)
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1000 { await resident.note() } }
      }
    }
    #expect(await resident.calls == 8000)
  }

  @Test("a sleep ends at once when its task is cancelled, before it or meanwhile")
  func sleepIsCancelled() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let task = Task { try await loop.sleep(for: .seconds(3600)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let started = AsyncStream<Void>.makeStream()
    let later = Task {
      started.continuation.yield()
      try await loop.sleep(for: .seconds(3600))
    }
    for await _ in started.stream { break }
    later.cancel()
    await #expect(throws: CancellationError.self) { try await later.value }
  }

  @Test("a sleep is not shorter than asked for")
  func sleepIsNotShorter() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let start = ContinuousClock.now
    try await loop.sleep(for: .milliseconds(20))
    #expect(ContinuousClock.now - start >= .milliseconds(20))
  }

  @Test("a cancelled timer does not fire, and an earlier one is not held up by a later one")
  func timers() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let fired = await withCheckedContinuation { done in
      loop.execute {
        let fired = Locked([String]())
        loop.schedule(after: .milliseconds(30)) {
          done.resume(returning: fired.withLock { $0 })
        }
        let cancelled = loop.schedule(after: .milliseconds(5)) {
          fired.withLock { $0.append("no") }
        }
        loop.schedule(after: .milliseconds(1)) { fired.withLock { $0.append("first") } }
        loop.schedule(after: .milliseconds(10)) { fired.withLock { $0.append("second") } }
        cancelled.cancel()
      }
    }
    #expect(fired == ["first", "second"])
  }

  @Test("a watch reports bytes and the end of the other side, and is silent once cancelled")
  func watchReads() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let pair = try SocketPair()
    let reads = AsyncStream<Int>.makeStream()
    let watch = loop.watch(pair.ours) {
      var byte: UInt8 = 0
      reads.continuation.yield(read(pair.ours, &byte, 1))
    }
    var counts = reads.stream.makeAsyncIterator()
    pair.writeTheirs("a")
    #expect(await counts.next() == 1)
    pair.closeTheirs()
    #expect(await counts.next() == 0)
    watch.cancel()
    await withCheckedContinuation { done in loop.execute { done.resume() } }
    reads.continuation.finish()
    while await counts.next() != nil {}
  }

  @Test("a watch says when its descriptor can be written to, as long as that is wanted")
  func watchWrites() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let pair = try SocketPair()
    let watch = loop.watch(pair.ours) {}
    await withCheckedContinuation { done in
      loop.execute {
        watch.setWritable {
          watch.setWritable(nil)
          done.resume()
        }
      }
    }
    watch.cancel()
  }

  @Test("what was gathered in a turn is handed over once, before the loop sleeps")
  func afterThisTurn() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let order = await withCheckedContinuation { done in
      let seen = Locked([String]())
      loop.execute {
        loop.afterThisTurn { seen.withLock { $0.append("flush") } }
        loop.execute { seen.withLock { $0.append("job of the same turn") } }
        loop.schedule(after: .milliseconds(1)) { done.resume(returning: seen.withLock { $0 }) }
      }
    }
    #expect(order == ["job of the same turn", "flush"])
  }

  @Test("a job that comes after the shutdown still runs")
  func jobsAfterShutdown() async throws {
    let loop = try HostLoop()
    let resident = Resident(loop)
    loop.shutdown()
    for _ in 0..<100 { #expect(await resident.isAtHome()) }
  }

  @Test("the loop is freed after the shutdown")
  func loopIsFreed() async throws {
    weak var gone: HostLoop?
    do {
      let loop = try HostLoop()
      gone = loop
      loop.shutdown()
    }
    let patience = ContinuousClock.now.advanced(by: .seconds(20))
    while gone != nil, ContinuousClock.now < patience { await Task.yield() }
    #expect(gone == nil)
  }
}
