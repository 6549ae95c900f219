import ProspectJSON
import Testing

@testable import ProspectSandbox

extension ReadingProbe {
  private static let pages = "/companies?paginate=true&page="

  static let search = [
    ReadingProbe("repeated_search", ["same_id": "1", "new_id": "2"]) { sandbox in
      let first = try await sandbox.scout(pages + "1").string("search_id") ?? ""
      let again = try await sandbox.scout(pages + "1").string("search_id") ?? ""
      let next = try await sandbox.scout(pages + "2").string("search_id") ?? ""
      // Every page of one query shares its id, and the older id stays usable.
      #expect(next == again)
      #expect(try await sandbox.scout("/download-csv?search_id=\(first)").status == 200)
      return "\(Set([first, again]).count)"
    },
    ReadingProbe("unknown_parameters", ["ignored": "200 200", "refused": "400 200"]) { sandbox in
      let stranger = try await sandbox.scout("/companies?has_email=true")
      let known = try await sandbox.scout("/companies?page_size=3&email=true&level1_location=301")
      return "\(stranger.status) \(known.status)"
    },
    ReadingProbe("countries_comma", ["one_value": "0", "list": "all"]) { sandbox in
      let joined = try await sandbox.scout("/companies?countries=FR,JP").integer("totalCount")
      let repeated = try await sandbox.scout("/companies?countries=FR&countries=JP")
      return joined == repeated.integer("totalCount") ? "all" : "\(joined ?? -1)"
    },
    ReadingProbe("page_size", ["50": "50 50 false", "20": "20 20 false"]) { sandbox in
      let pages = [
        try await sandbox.scout(pages + "1").array("preview"),
        try await sandbox.scout(pages + "2").array("preview"),
      ]
      let shared = pages[1].contains { pages[0].contains($0) }
      return "\(pages[0].count) \(pages[1].count) \(shared)"
    },
    ReadingProbe("page_beyond_end", ["empty": "200 0", "not_found": "404 0"]) {
      let page = try await $0.scout(pages + "99")
      return "\(page.status) \(page.array("preview").count)"
    },
    ReadingProbe("page_links", there: "present", gone: "omitted") {
      try await $0.scout(pages + "1").target("next") != nil
    },
    ReadingProbe("paginated_total", ["both": "500 500", "count_only": "0 500"]) {
      let page = try await $0.scout(pages + "1")
      return "\(page.integer("totalCount") ?? 0) \(page.integer("count") ?? 0)"
    },
    ReadingProbe("preview_name", ["preview": "10 10 0 0", "results": "0 0 10 10"]) { sandbox in
      let found = [
        try await sandbox.scout("/companies"), try await sandbox.scout("/public/companies"),
      ]
      let counts = ["preview", "results"].flatMap { name in found.map { $0.array(name).count } }
      return counts.map(String.init).joined(separator: " ")
    },
    ReadingProbe("phone_number_form", ["text": "null string", "list": "array null"]) {
      let rows = try await $0.scout(pages + "1").array("preview")
      return Set(rows.map { $0["phone_number"]?.kind ?? "none" }).sorted().joined(separator: " ")
    },
    ReadingProbe("facets", there: "present", gone: "omitted") {
      let found = try await $0.scout("/companies?countries=FR")
      return found.array("cities").contains("Lyon") && !found.array("zipCodes").isEmpty
        && !found.array("categories").isEmpty
    },
    ReadingProbe("public_rows", ["10": "10", "3": "3"]) {
      "\(try await $0.scout("/public/companies").array("preview").count)"
    },
  ]

  static let reference = [
    ReadingProbe("reference_credential", ["optional": "200", "required": "401"]) { sandbox in
      var statuses: Set<Int> = []
      for target in ["categories", "locations/countries", "professions/summary"] {
        statuses.insert(try await sandbox.request("GET", "/api/\(target)", key: nil).status)
      }
      return statuses.map(String.init).joined(separator: " ")
    },
    ReadingProbe("reference_lists", ["array": "array", "results": "object"]) { sandbox in
      var kinds: Set<String> = []
      for target in ["/categories", "/locations/countries", "/professions/summary"] {
        let answer = try await sandbox.scout(target)
        kinds.insert(answer.json?.kind ?? "none")
        #expect(answer.rows.count >= 5)
      }
      return kinds.joined(separator: " ")
    },
    ReadingProbe("country_code_name", ["alpha2": "alpha2 name", "code": "code name"]) {
      let row = try await $0.scout("/locations/countries").rows.first
      return row?.object?.members.map(\.name).joined(separator: " ") ?? ""
    },
  ]

  static let variant = [
    ReadingProbe("variant_search_id", ["string": "string 200", "integer": "integer 200"]) {
      let id = try await $0.variant("/download-csv/").at("search_id")
      let text = id?.string ?? id?.integer.map(String.init) ?? ""
      let status = try await $0.variant("/download-status/\(text)/")
      return "\(id?.kind ?? "none") \(status.status)"
    },
    ReadingProbe("variant_locations", ["object": "object", "array": "array"]) {
      try await $0.variant("/locations/level2/?country=FR").json?.kind ?? ""
    },
  ]
}
