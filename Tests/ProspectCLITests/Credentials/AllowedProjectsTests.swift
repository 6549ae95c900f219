import Testing

@testable import ProspectCLI

/// The file that says what projects were allowed.
@Suite struct AllowedProjectsTests {
  private let home: TemporaryFolder
  private let projects: AllowedProjects

  init() throws {
    home = try TemporaryFolder()
    projects = AllowedProjects(["XDG_CONFIG_HOME": home.path])
  }

  private func wishes(_ words: Int) -> ProjectWishes {
    var wishes = ProjectWishes()
    wishes.helpers = ["acme": [String(repeating: "x", count: words << 10)]]
    return wishes
  }

  @Test func whatWasWrittenCanBeRead() throws {
    for number in 0..<5 { try projects.allow(wishes(40), in: "/p\(number)") }
    #expect(try projects.wishes(of: "/p0") == wishes(40))
  }

  @Test func whatCouldNotBeReadIsNotWritten() throws {
    try projects.allow(wishes(600), in: "/first")
    let error = #expect(throws: UsageError.self) {
      try projects.allow(wishes(600), in: "/second")
    }
    #expect(error?.message.contains("would be longer than 1048576 bytes") == true)
    #expect(try projects.wishes(of: "/first") == wishes(600))
    try projects.allow(nil, in: "/first")
    try projects.allow(wishes(600), in: "/second")
  }
}
