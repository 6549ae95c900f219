/// Gaps of search and reference data.
extension SphereScoutReadings {
  static let searchSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.repeated_search", "Whether an identical search gets the same search_id again.",
      source: "contract spherescout §4", \.sphereScout.renewsSearchID,
      ["same_id": false, "new_id": true]),
    SandboxSwitch(
      "spherescout.unknown_parameters", "What happens to query parameters that do not exist.",
      source: "contract spherescout §4", \.sphereScout.refusesUnknownNames,
      ["ignored": false, "refused": true]),
    SandboxSwitch(
      "spherescout.countries_comma", "Whether countries=FR,US is a list or one unknown country.",
      source: "contract spherescout §4", \.sphereScout.splitsCountries,
      ["one_value": false, "list": true]),
    SandboxSwitch(
      "spherescout.page_size", "How many rows a page of paginate=true has.",
      source: "contract spherescout §4", \.sphereScout.pageSize,
      ["50": 50, "20": 20]),
    SandboxSwitch(
      "spherescout.page_beyond_end", "What a page behind the last one answers.",
      source: "contract spherescout §4", \.sphereScout.refusesPageBeyondEnd,
      ["empty": false, "not_found": true]),
    SandboxSwitch(
      "spherescout.page_links", "Whether a page tells its number and links to its neighbours.",
      source: "contract spherescout §4", \.sphereScout.omitsPageLinks,
      ["present": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.paginated_total", "Whether a page of paginate=true has totalCount beside count.",
      source: "contract spherescout §4", \.sphereScout.countsPagesOnly,
      ["both": false, "count_only": true]),
    SandboxSwitch(
      "spherescout.preview_name", "What the rows of a search are called.",
      source: "contract spherescout §4", \.sphereScout.previewName,
      ["preview": "preview", "results": "results"]),
    SandboxSwitch(
      "spherescout.phone_number_form", "Whether the phone number of a row is a text or a list.",
      source: "contract spherescout §4", \.sphereScout.listsPhoneNumbers,
      ["text": false, "list": true]),
    SandboxSwitch(
      "spherescout.facets", "Whether a sample comes with cities, zipCodes and categories.",
      source: "contract spherescout §4", \.sphereScout.omitsFacets,
      ["present": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.public_rows", "How many rows the public preview has at most.",
      source: "contract spherescout §4", \.sphereScout.publicRows,
      ["10": 10, "3": 3]),
  ]

  static let referenceSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.reference_credential",
      "Whether categories, countries, locations and professions need a credential.",
      source: "contract spherescout §13", \.sphereScout.guardsReferenceData,
      ["optional": false, "required": true]),
    SandboxSwitch(
      "spherescout.reference_lists",
      "Whether categories, countries and professions are bare lists or stand in results.",
      source: "contract spherescout §13", \.sphereScout.wrapsReferenceData,
      ["array": false, "results": true]),
    SandboxSwitch(
      "spherescout.country_code_name", "What a country's code is called.",
      source: "contract spherescout §13", \.sphereScout.countryCodeName,
      ["alpha2": "alpha2", "code": "code"]),
  ]
}
