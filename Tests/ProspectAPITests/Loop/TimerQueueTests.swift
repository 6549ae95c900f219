import Testing

@testable import ProspectAPI

@Suite("TimerQueue")
struct TimerQueueTests {
  let start = ContinuousClock.now

  @Test("actions come in the order of their deadlines, equal ones in the order of adding")
  func order() {
    var queue = TimerQueue<Int>()
    let delays = [5, 3, 9, 3, 1, 7, 3]
    for (index, delay) in delays.enumerated() {
      queue.add(UInt64(index), at: start + .seconds(delay), index)
    }
    var popped: [Int] = []
    while let next = queue.popDue(at: start + .seconds(100)) { popped.append(next) }
    #expect(popped == [4, 1, 3, 6, 0, 5, 2])
    #expect(queue.isEmpty && queue.nextDeadline == nil)
  }

  @Test("an action is not due before its deadline")
  func notBefore() {
    var queue = TimerQueue<String>()
    queue.add(1, at: start + .seconds(2), "later")
    #expect(queue.popDue(at: start + .seconds(1)) == nil)
    #expect(queue.nextDeadline == start + .seconds(2))
    #expect(queue.popDue(at: start + .seconds(2)) == "later")
  }

  @Test("a cancelled action is gone, and many of them take no room")
  func cancelled() {
    var queue = TimerQueue<Int>()
    for id in 0..<10_000 { queue.add(UInt64(id), at: start + .seconds(id), id) }
    for id in 0..<9_999 { queue.cancel(UInt64(id)) }
    queue.cancel(5)
    #expect(queue.nextDeadline.map { $0 >= start + .seconds(9_900) } == true)
    #expect(queue.popDue(at: start + .seconds(20_000)) == 9_999)
    #expect(queue.isEmpty)
  }
}
