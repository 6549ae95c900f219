/// How the gaps of ProspectB2B's contract are read [contract prospectb2b §11].
///
/// The defaults are what the contract proposes for the sandbox; each field is set by the switch of
/// the same meaning (see `ProspectB2BReadings+Answers` and its neighbours).
package struct ProspectB2BReadings: Sendable {
  // Answers.
  package var creationStatus = 200
  package var jobStartStatus = 200
  package var deletionIsEmpty = false
  package var errorEnvelope = ErrorEnvelope.nested
  package var invalidRequestStatus = 400
  package var wrongStateStatus = 409
  package var readOnlyComesFirst = false
  package var readOnlyCode = "read_only"
  package var rateLimitHeaders = RateLimitHeaders.prefixed
  package var retryAfter = RetryAfter.seconds
  package var replaysAreSilent = false
  package var storesRefusals = false
  package var keysCoverChanges = false
  package var webhookReadScope = "webhooks.read"
  package var transfersAreUnderLeads = false

  // Lists.
  package var defaultLimit = 25
  package var clampsLimit = false
  package var listsDescend = false
  package var updatedAfterIsInclusive = false
  package var lastPageOmitsCursor = false
  package var cursorLife = Duration.seconds(15 * 60)

  // Records and jobs.
  package var leadNeeds = LeadNeeds.emailOrName
  package var knownEmail = KnownEmail.secondLead
  package var nullIsIgnored = false
  package var customFieldsMerge = false
  package var bulkIsAtomic = false
  package var emptyImportCompletes = false
  package var unreadyDownloadConflicts = false
  package var unfinishedResultsAreEmpty = false
  package var deletedWorkflowStays = false
  package var draftCampaignCannotRun = false
  package var publishesTwice = false
  package var usesOtherWords = false

  // Webhooks.
  package var keepsClientErrors = false
  package var replayShowsSecret = false
  package var succeededStaysSent = false
  package var quietWritesEmit = false
  package var importsAreQuiet = false

  /// Where an error answer has its members.
  package enum ErrorEnvelope: Sendable {
    /// `error` with code, message and details; `request_id` beside it.
    case nested
    /// The same, with `request_id` inside `error` too.
    case repeated
    /// The same, with `request_id` inside `error` only.
    case inside
    /// Code, message, details and `request_id` side by side.
    case flat
  }

  /// How the headers are called that tell the quota.
  package enum RateLimitHeaders: Sendable { case prefixed, plain, none }

  /// What a 429 says about the wait.
  package enum RetryAfter: Sendable { case seconds, date, omitted }

  /// What a lead must have when it is created.
  package enum LeadNeeds: Sendable { case emailOrName, email, nothing }

  /// What creating a lead does when its e-mail address exists.
  package enum KnownEmail: Sendable { case secondLead, conflict, merge }

  static let switches = answerSwitches + listSwitches + recordSwitches + webhookSwitches
}
