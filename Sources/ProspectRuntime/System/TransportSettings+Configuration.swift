package import ProspectAPI

extension TransportSettings {
  /// What a configuration says about the network.
  package init(_ configuration: RuntimeConfiguration) {
    self.init(
      environment: configuration.environment, privateHosts: configuration.privateHosts)
  }
}
