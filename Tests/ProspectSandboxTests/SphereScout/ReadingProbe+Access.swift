import ProspectJSON
import Testing

@testable import ProspectSandbox

extension ReadingProbe {
  static let transport = [
    ReadingProbe("trailing_slash", ["served": "200", "not_found": "404"]) {
      "\(try await $0.scout("/categories/").status)"
    },
    ReadingProbe(
      "error_text_name", ["detail": "detail", "message": "message", "error": "error"]
    ) { sandbox in
      let id = try await sandbox.scout("/companies").string("search_id") ?? ""
      let unknown = try await sandbox.scout("/download-status/no").names.first
      let dear = try await sandbox.scout("/download-csv?search_id=\(id)").names.last
      #expect(dear == unknown)
      return unknown ?? ""
    }.with { $0.credits = 1 },
    ReadingProbe("error_code", there: "present", gone: "omitted") {
      try await $0.scout("/download-status/no").string("code") == "not_found"
    },
    ReadingProbe("field_errors", ["by_field": "email", "text": "detail"]) {
      try await $0.scout("/companies?email=1").names.joined(separator: " ")
    },
    ReadingProbe("retry_after", ["seconds": "429 60", "omitted": "429 none"]) { sandbox in
      _ = try await sandbox.scout("/categories")
      let refused = try await sandbox.scout("/categories")
      return "\(refused.status) \(refused["Retry-After"] ?? "none")"
    }.with { $0.callsPerMinute = 1 },
    ReadingProbe(
      "id_type", ["integer": "integer integer integer", "string": "string string string"]
    ) { sandbox in
      let entry = try await sandbox.exported()
      let key = try await sandbox.scout("/user/api-keys").rows.first
      let place = try await sandbox.scout("/locations/search?q=Lyon").array("locations").first
      return [entry, key, place].map { $0?["id"]?.kind ?? "none" }.joined(separator: " ")
    },
  ]

  static let access = [
    ReadingProbe(
      "token_names", ["access": "access refresh", "access_token": "access_token refresh_token"]
    ) { try await $0.login().names.prefix(2).joined(separator: " ") },
    ReadingProbe("login_refusal", ["401": "401", "400": "400"]) {
      "\(try await $0.login("wrong").status)"
    },
    ReadingProbe("refresh_rotation", ["off": "200 200", "on": "200 401"]) { sandbox in
      let login = try await sandbox.login()
      let body = #"{"refresh":"\#(login.string("refresh") ?? "")"}"#
      let first = try await sandbox.scout("POST", "/token/refresh", body, key: nil)
      let again = try await sandbox.scout("POST", "/token/refresh", body, key: nil)
      let next = #"{"refresh":"\#(first.string("refresh") ?? "")"}"#
      let rotated = try await sandbox.scout("POST", "/token/refresh", next, key: nil)
      #expect((rotated.status == 200) == (again.status == 401))
      return "\(first.status) \(again.status)"
    },
    ReadingProbe(
      "api_key_secret_name", ["token": "token", "key": "key", "api_key": "api_key"]
    ) { try await $0.scout("POST", "/user/api-keys", "{}").names.last ?? "" },
    ReadingProbe("api_key_expiry_name", ["expiry": "string null", "expires_at": "null string"]) {
      sandbox in
      var kinds: [String] = []
      for name in ["expiry", "expires_at"] {
        let body = #"{"\#(name)":"2027-01-01T00:00:00Z"}"#
        let key = try await sandbox.scout("POST", "/user/api-keys", body)
        kinds.append((key.at("expiry") ?? key.at("expires_at"))?.kind ?? "none")
      }
      return kinds.joined(separator: " ")
    },
    ReadingProbe("api_key_created_status", ["201": "201", "200": "200"]) {
      "\(try await $0.scout("POST", "/user/api-keys", "{}").status)"
    },
    ReadingProbe("api_key_deleted_status", ["204": "204 0", "200": "200 1"]) {
      let deleted = try await $0.scout("DELETE", "/user/api-keys/1", nil)
      return "\(deleted.status) \(deleted.names.count)"
    },
    ReadingProbe(
      "balance_name",
      [
        "credits": "credits", "credit_balance": "credit_balance",
        "remaining_credits": "remaining_credits", "available_credits": "available_credits",
      ]
    ) { try await $0.scout("/user/profile").names.last ?? "" },
  ]

  /// The same probe of a sandbox that is set up in another way.
  func with(_ configure: @escaping @Sendable (inout SandboxConfiguration) -> Void) -> ReadingProbe {
    ReadingProbe(
      String(name.dropFirst("spherescout.".count)), seen, configure: configure, look: look)
  }
}
