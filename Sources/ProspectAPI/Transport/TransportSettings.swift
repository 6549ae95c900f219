/// How requests find their way: what the environment and the project say about the network.
package struct TransportSettings: Sendable {
  /// Through which requests go, but those to this machine.
  package var proxies: ProxySettings
  /// Names, in lower case, that may mean addresses of private networks.
  package var privateHosts: Set<String>
  /// A file of certificates (PEM) that are trusted instead of the system's; nil: the system's.
  package var certificates: String?

  package init(
    proxies: ProxySettings = .init(), privateHosts: Set<String> = [], certificates: String? = nil
  ) {
    self.proxies = proxies
    self.privateHosts = privateHosts
    self.certificates = certificates
  }

  /// - Parameters:
  ///   - environment: the variables of proxies, and `SSL_CERT_FILE`, which OpenSSL and most HTTP clients know.
  ///   - privateHosts: in any case.
  package init(environment: [String: String], privateHosts: Set<String> = []) {
    self.init(
      proxies: ProxySettings(environment: environment),
      privateHosts: Set(privateHosts.map { $0.lowercased() }),
      certificates: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
  }
}
