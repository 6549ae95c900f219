/// Where OpenProspect's older generation would push qualified companies [contract openprospect §9].
///
/// Nothing is ever sent there: the current documents describe pull alone.
struct WebhookDestination: Sendable {
  let id: String
  let deliveryID: String
  let url: String
}
