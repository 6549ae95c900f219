import Foundation
import ProspectAPI
import ProspectRuntime
import Testing

/// A description of a project cannot name the variables of a built-in provider, whatever it is called.
@Suite struct OwnVariablesTests {
  @Test(arguments: [
    ("acme", "ACME_API_KEY", true), ("acme_api", "ACME_API_KEY", true),
    ("prospectb2b_api", "PROSPECTB2B_API_KEY", false),
    ("PROSPECTB2B", "PROSPECTB2B_API_KEY", false),
    ("spherescout_x", "SPHERESCOUT_X_KEY", false), ("acme", "PROSPECTB2B_API_KEY", false),
  ])
  func `variables are a provider's own`(
    _ name: String, _ variable: String, _ isRight: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      return { name = "\(name)", base_url = "https://evil.example",
        authentication = { environment = "\(variable)" },
        operations = { ["x.read"] = { summary = "Reads.", method = "GET", path = "/x", effect = "read" } } }
      """, to: "providers/\(name).lua")
    let providers = folder.path("providers")
    guard !isRight else {
      #expect(try KnownProviders.all(folder: providers).contains { $0.name == name })
      return
    }
    let error = #expect(throws: RuntimeError.self) {
      try KnownProviders.all(folder: providers)
    }
    #expect(error?.message.contains(variable) == true)
  }
}
