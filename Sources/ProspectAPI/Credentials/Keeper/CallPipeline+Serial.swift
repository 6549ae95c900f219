extension CallPipeline {
  /// The number of the credential that calls to a provider carry at the moment, by which one is told from the next; nil when
  /// there is none that could be used without looking for one.
  package func credentialSerial(of provider: Provider) -> UInt64? {
    keepers[provider.name]?.assumeIsolated { $0.readyCredential()?.serial }
  }
}
