import ProspectJSON
import ProspectSandbox
import Testing

extension TestSandbox {
  func scout(_ target: String, key: String = sphereScoutKey) async throws -> TestResponse {
    try await request("GET", "/api\(target)", key: key)
  }

  func crm(_ target: String, key: String = prospectB2BKey) async throws -> TestResponse {
    try await request("GET", "/api/public/v1\(target)", key: key)
  }

  /// A ProspectB2B write, keyed when `idempotencyKey` is given.
  func crm(
    post target: String, _ body: String?, idempotencyKey: String? = nil,
    key: String = prospectB2BKey
  ) async throws -> TestResponse {
    try await request(
      "POST", "/api/public/v1\(target)", key: key,
      headers: idempotencyKey.map { ["Idempotency-Key": $0] } ?? [:], body: body)
  }

  func openProspect(_ target: String, key: String = openProspectKey) async throws -> TestResponse {
    try await request("GET", "/api/v1\(target)", key: key)
  }

  /// A number of `/_sandbox/summary`.
  func summary(_ path: String) async throws -> Int {
    let page = try await request("GET", "/_sandbox/summary", key: nil)
    return try #require(page.integer(path), "the summary has no number at \(path)")
  }

  /// Searches, exports, waits and gives back the link of the file.
  func exportLink(_ filters: String) async throws -> String {
    let search = try #require(try await scout("/companies\(filters)").string("search_id"))
    let started = try await scout("/download-csv?search_id=\(search)")
    let task = try #require(started.string("task_id"))
    clock.advance(by: .seconds(1))
    return try #require(try await scout("/download-status/\(task)").target("download_url"))
  }
}
