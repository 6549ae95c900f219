import ProspectJSON
import Testing

@testable import ProspectAPI

@Suite struct ProviderDescriptionTests {
  @Test func aCompleteDescriptionIsFrozen() throws {
    let acme = try Acme.provider()
    let create = try #require(acme.operations["leads.create"])
    #expect(create.fullName == "acme.leads.create")
    #expect(create.effect == .keyed)
    #expect(create.parameters.map(\.name).contains("email"))
    #expect(acme.idempotency?.life == .seconds(86400))
    #expect(acme.requestIDHeader == "x-request-id")
  }

  static let create = ["operations", "leads.create"]

  @Test(
    arguments: [
      (["name"], nil, "name: is missing"),
      (["name"], "a b", "name: may hold letters, digits and _ only"),
      (
        ["base_url"], "ftp://x",
        "base_url: \"ftp://x\" is no URL such as https://api.example.com/v1"
      ),
      (["base_url"], "http://x.example", "must begin with https://"),
      (["bse_url"], "x", "bse_url: unknown field; did you mean \"base_url\"?"),
      (
        ["authentication", "scheme"], "bear",
        "authentication.scheme: unknown scheme \"bear\"; did you mean \"bearer\"?"
      ),
      (
        ["idempotency", "life"], "soon", "idempotency.life: must be a number and one of s, m, h, d"
      ),
      (["idempotency"], nil, "effect: \"keyed\" needs the provider's field idempotency"),
      (
        create + ["method"], "POTS",
        "operations[\"leads.create\"].method: unknown method \"POTS\"; did you mean \"POST\"?"
      ),
      (create + ["effect"], nil, "effect: is missing: it says what may be repeated"),
      (create + ["path"], "leads", "path: must begin with one slash"),
      (create + ["path"], "/leads/{id}", "path: {id} needs a required parameter of that name"),
      (create + ["path"], "/leads/{id", "path: a brace is not closed"),
      (create + ["path"], "/leads?x=1", "path: may hold letters"),
      (
        create + ["parameters", "email", "type"], "strng",
        "parameters.email.type: unknown type \"strng\"; did you mean \"string\"?"
      ),
      (
        create + ["parameters", "email", "requird"], true,
        "unknown field; did you mean \"required\"?"
      ),
      (create + ["at_least_one"], ["emial"], "at_least_one: there is no parameter \"emial\""),
      (
        ["operations", "exports.start", "job", "poll"], "leads.gt",
        "job.poll: there is no operation \"leads.gt\"; did you mean \"leads.get\"?"
      ),
      (
        ["operations", "exports.start", "job", "done"], JSON.array([]),
        "job.done: must list the words that end the job"
      ),
      (
        ["operations", "leads.get", "paging"], ["style": "cursr"],
        "paging.style: unknown style \"cursr\"; did you mean \"cursor\"?"
      ),
    ] as [([String], JSON?, String)])
  func aMistakeNamesItsFieldAndTheRemedy(_ path: [String], _ value: JSON?, _ words: String) {
    let error = #expect(throws: DescriptionError.self) {
      try Provider(description: Acme.with(path, value))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "no error")")
  }
}
