extension ProspectB2BReadings {
  /// Leads, imports, exports, workflows and campaigns.
  static let recordSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "prospectb2b.lead_needs", "What a lead must have when it is created.",
      source: "contract prospectb2b §8.2", \.prospectB2B.leadNeeds,
      ["email_or_full_name": .emailOrName, "email": .email, "nothing": .nothing]),
    SandboxSwitch(
      "prospectb2b.create_with_known_email", "What creating a lead does when its e-mail exists.",
      source: "contract prospectb2b §8.2", \.prospectB2B.knownEmail,
      ["second_record": .secondLead, "conflict": .conflict, "merge": .merge]),
    SandboxSwitch(
      "prospectb2b.explicit_null", "What null does to a field of a lead.",
      source: "contract prospectb2b §8.2", \.prospectB2B.nullIsIgnored,
      ["clears": false, "ignored": true]),
    SandboxSwitch(
      "prospectb2b.custom_fields", "What sent custom_fields do to those that a lead has.",
      source: "contract prospectb2b §8.2", \.prospectB2B.customFieldsMerge,
      ["replace": false, "merge": true]),
    SandboxSwitch(
      "prospectb2b.bulk_with_wrong_item", "What one wrong item does to a bulk write.",
      source: "contract prospectb2b §8.2", \.prospectB2B.bulkIsAtomic,
      ["reported": false, "refused": true]),
    SandboxSwitch(
      "prospectb2b.import_without_usable_row", "How an import ends of which no row was usable.",
      source: "contract prospectb2b §8.3", \.prospectB2B.emptyImportCompletes,
      ["failed": false, "completed": true]),
    SandboxSwitch(
      "prospectb2b.unready_download", "What an unfinished export's download answers.",
      source: "contract prospectb2b §8.4", \.prospectB2B.unreadyDownloadConflicts,
      ["not_ready": false, "conflict": true]),
    SandboxSwitch(
      "prospectb2b.unfinished_results", "What the results of an unfinished run are.",
      source: "contract prospectb2b §8.1", \.prospectB2B.unfinishedResultsAreEmpty,
      ["partial": false, "empty": true]),
    SandboxSwitch(
      "prospectb2b.deleted_workflow", "Whether a deleted workflow can still be read.",
      source: "contract prospectb2b §8.1", \.prospectB2B.deletedWorkflowStays,
      ["not_found": false, "readable": true]),
    SandboxSwitch(
      "prospectb2b.run_of_draft_campaign", "Whether a campaign runs before it is published.",
      source: "contract prospectb2b §8.6", \.prospectB2B.draftCampaignCannotRun,
      ["accepted": false, "refused": true]),
    SandboxSwitch(
      "prospectb2b.second_publication", "What publishing a published campaign answers.",
      source: "contract prospectb2b §8.6", \.prospectB2B.publishesTwice,
      ["conflict": false, "unchanged": true]),
    SandboxSwitch(
      "prospectb2b.unfinished_status", "The words for a job that waits or works.",
      source: "contract prospectb2b §3, §11", \.prospectB2B.usesOtherWords,
      ["documented": false, "other": true]),
  ]
}
