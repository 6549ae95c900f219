#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Whether libcurl goes through a proxy that the environment names.
///
/// Then connections go to the proxy, which often is this machine, and the proxy decides what may be reached.
enum Proxy {
  static let isSet = names.contains { name in getenv(name).map { $0.pointee != 0 } ?? false }

  private static let names: [String] = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
  ]
}
