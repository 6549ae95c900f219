import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Networks: where a server may be", .timeLimit(.minutes(1)))
struct NetworksTests {
  @Test(
    "every address belongs to one part of the network, also in the clothes of IPv6",
    arguments: [
      ("8.8.8.8", []), ("172.15.255.255", []), ("172.32.0.1", []), ("100.63.255.255", []),
      ("100.128.0.0", []), ("169.253.1.1", []), ("2606:4700::1111", []), ("2002:808:808::1", []),
      ("::ffff:8.8.8.8", []), ("64:ff9b::808:808", []),
      ("127.0.0.1", .thisMachine), ("127.255.0.9", .thisMachine), ("0.0.0.0", .thisMachine),
      ("::1", .thisMachine), ("::", .thisMachine), ("::ffff:127.0.0.1", .thisMachine),
      ("2002:7f00:1::", .thisMachine),
      ("10.1.2.3", .privateNetwork), ("172.16.0.1", .privateNetwork),
      ("172.31.255.255", .privateNetwork), ("192.168.1.1", .privateNetwork),
      ("100.64.0.1", .privateNetwork), ("198.19.0.1", .privateNetwork),
      ("fd00:ec2::254", .privateNetwork), ("fec0::1", .privateNetwork),
      ("::ffff:10.0.0.1", .privateNetwork), ("64:ff9b::a00:1", .privateNetwork),
      ("64:ff9b:1::1", .privateNetwork), ("::192.168.0.1", .privateNetwork),
      ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
      ("::ffff:a9fe:a9fe", .linkLocal), ("64:ff9b::a9fe:a9fe", .linkLocal),
      ("224.0.0.1", .nowhere), ("255.255.255.255", .nowhere), ("240.0.0.1", .nowhere),
      ("192.0.2.1", .nowhere), ("203.0.113.9", .nowhere), ("2001:db8::1", .nowhere),
      ("2001::1", .nowhere), ("ff02::1", .nowhere), ("4000::1", .nowhere),
    ] as [(String, Networks)])
  func parts(_ address: String, _ network: Networks) {
    #expect(Networks.of(address: address) == network)
  }

  @Test(
    "what is no address belongs to none",
    arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "0x7f.0.0.1", "fe80::1%eth0", "::g"])
  func names(_ text: String) {
    #expect(Networks.of(address: text) == nil)
  }

  @Test(
    "an address in a URL is allowed where that URL was configured, and nowhere else",
    arguments: [
      ("https://10.0.0.7/api", .privateNetwork), ("https://[fd00::7]", .privateNetwork),
      ("http://localhost:8080", .thisMachine), ("https://127.0.0.1", .thisMachine),
      ("https://api.example", []), ("https://8.8.8.8", []),
    ] as [(String, Networks)])
  func origins(_ url: String, _ networks: Networks) throws {
    #expect(try #require(Origin(url: url)).networks == networks)
  }

  @Test(
    "an address in a form that only some understand is no host",
    arguments: ["2130706433", "0x7f000001", "127.1", "0x7f.1", "127.0.0.01", "1.2.3.4.", "a.0x1"])
  func obscure(_ host: String) {
    #expect(Origin(url: "https://\(host)/") == nil)
  }

  @Test(
    "an address where no server may be is refused before a connection is made",
    arguments: [
      ("https://10.255.255.1/", .privateNetwork),
      ("http://169.254.169.254/latest/meta-data/", .linkLocal),
      ("https://[fe80::1]/", .linkLocal), ("https://224.0.0.1/", .nowhere),
      ("https://[::ffff:a00:1]/", .privateNetwork),
    ] as [(String, Networks)])
  func refused(_ url: String, _ network: Networks) async throws {
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure(url)
    #expect(error?.kind == .network(network) && error?.isUnsent == true)
    #expect(error?.isPassing == false)
  }

  @Test("a connection that was opened for somebody who may is not lent to one who may not")
  func lent() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let url = "http://localhost:\(server.port)/"
    _ = try await fixture.get(url)
    let error = await fixture.failure(url) { $0.networks = [] }
    #expect(error?.kind == .network(.thisMachine) && error?.isUnsent == true)
    _ = try await fixture.get(url)
    #expect(server.requests.count == 2)
  }

  @Test("the address that was connected to is told")
  func told() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    for _ in 0..<2 { #expect(try await fixture.get(server.url).address == "127.0.0.1") }
  }
}
