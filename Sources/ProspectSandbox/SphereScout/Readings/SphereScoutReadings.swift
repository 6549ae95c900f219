/// How the gaps of SphereScout's contract are read [contract spherescout §13].
package struct SphereScoutReadings: Sendable {
  // MARK: Transport, errors, ids
  package var refusesTrailingSlash = false
  package var errorTextName = "detail"
  package var omitsErrorCode = false
  package var hidesFieldNames = false
  package var omitsRetryAfter = false
  package var writesIDsAsText = false

  // MARK: Tokens, keys, account
  package var accessTokenName = "access"
  package var refreshTokenName: String { accessTokenName == "access" ? "refresh" : "refresh_token" }
  package var refusesLoginWith400 = false
  package var rotatesRefreshTokens = false
  package var keySecretName = "token"
  package var keyExpiryName = "expiry"
  package var keyCreatedStatus = 201
  package var keyDeletedStatus = 204
  package var balanceName = "credits"

  // MARK: Search
  package var renewsSearchID = false
  package var refusesUnknownNames = false
  package var splitsCountries = false
  package var pageSize = 50
  package var refusesPageBeyondEnd = false
  package var omitsPageLinks = false
  package var countsPagesOnly = false
  package var previewName = "preview"
  package var listsPhoneNumbers = false
  package var omitsFacets = false
  package var publicRows = 10

  // MARK: Reference data
  package var guardsReferenceData = false
  package var wrapsReferenceData = false
  package var countryCodeName = "alpha2"

  // MARK: Exports
  package enum ExportFormat: Sendable { case honoured, ignored, refused }
  package var exportStartedStatus = 200
  package var omitsStartedWord = false
  package var exportErrorName = "error"
  package var exportFormat = ExportFormat.honoured
  package var mostRows: Int?
  package var regeneratesForFree = false

  // MARK: The file
  var fileStyle = ContactFileStyle()
  package var ignoresRanges = false
  package var expiredLinkStatus = 403

  // MARK: History and delta
  package enum HistoryForm: Sendable { case array, wholeArray, results }
  package enum DeltaForm: Sendable { case task, link, file }
  package enum DeltaPrice: Sendable { case newRows, nothing, allRows }
  package var historyForm = HistoryForm.array
  package var listsOldestFirst = false
  package var omitsNewCount = false
  package var deltaForm = DeltaForm.task
  package var deltaPrice = DeltaPrice.newRows
  package var measuresFromEntry = false
  package var hidesDeltas = false

  // MARK: The variant host
  package var numbersVariantJobs = false
  package var listsVariantLocations = false

  static let switches: [SandboxSwitch] =
    transportSwitches + accessSwitches + searchSwitches + referenceSwitches + exportSwitches
    + fileSwitches + historySwitches + variantSwitches
}
