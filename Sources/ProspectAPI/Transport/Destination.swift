/// Where a request goes and how it gets there.
struct Destination {
  let origin: Origin
  /// Where the server may be, beside the internet.
  var networks: Networks
  /// Nil: straight to the server.
  var proxy: Proxy?
}
