import ProspectAPI
import Testing

@testable import ProspectReference

@Suite struct OperationSearchTests {
  @Test(arguments: [
    ([], ["fair.rides.get", "fair.rides.list", "fair.tickets.order"]),
    (["fair"], ["fair.rides.get", "fair.rides.list", "fair.tickets.order"]),
    (["rides"], ["fair.rides.get", "fair.rides.list"]),
    (["rides.get"], ["fair.rides.get"]),
    (["Fair", "tickets.order"], ["fair.tickets.order"]),
    (["fair.rides.list"], ["fair.rides.list"]),
    (["READS", "ride"], ["fair.rides.get"]),
    (["paid"], ["fair.tickets.order"]),
    (["legacy"], ["fair.rides.get"]),
    (["rides.read"], ["fair.rides.list"]),
    (["nothing", "ride"], []),
  ])
  func findsWhatTheWordsSay(_ words: [String], _ names: [String]) throws {
    let search = OperationSearch([try Fair.provider()])
    #expect(search.matches(words).map(\.fullName) == names)
  }

  @Test(arguments: [
    (["rides.lst"], "rides.list"), (["fair.tickets.ordr"], "fair.tickets.order"),
    (["qwertyuiop"], nil),
  ])
  func guessesWhatWasMeant(_ words: [String], _ name: String?) throws {
    #expect(OperationSearch([try Fair.provider()]).suggestion(for: words) == name)
  }
}
