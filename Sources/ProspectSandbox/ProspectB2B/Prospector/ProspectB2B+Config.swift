import ProspectJSON

extension ProspectB2B {
  /// `GET /prospector/config`: the members of `states` are not documented [seed 003].
  func prospectorConfig(_ call: Call) throws(Refusal) -> Answer {
    let states: [(String, String)] = [("SP", "São Paulo"), ("RJ", "Rio de Janeiro")]
    let since = ledger.catalog.start
    return single(
      .record(
        "prospector_config", id: "pcfg_01", createdAt: since, updatedAt: since,
        [
          "timezone": "Europe/Paris",
          "states": .array(
            states.map { ["code": .string($0.0), "name": .string($0.1), "enabled": true] }),
        ]), call)
  }
}
