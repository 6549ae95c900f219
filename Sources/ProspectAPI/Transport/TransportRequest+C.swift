internal import CCurl
internal import CCurlShims

extension TransportRequest {
  /// The request in the form of the C side.
  ///
  /// The pointers are valid inside `body` only; the header list lives as long as the request's `HeaderList`.
  func withRequest<R>(at origin: Origin, _ proxy: Proxy?, _ use: (inout ccs_request) -> R) -> R {
    method.withCString { method in
      (origin.text + target).withCString { url in
        withOptionalCString(extraHeader) { extra in
          withOptionalBytes(body) { bytes in
            var c = ccs_request(
              method: method, url: url, headers: headers.first, extra_header: extra,
              body: bytes?.baseAddress, body_length: bytes?.count ?? 0,
              response_limit: responseLimit, connect_timeout_ms: 0, timeout_ms: 0,
              fresh_connection: needsFreshConnection, networks: networks.rawValue, proxy: nil,
              proxy_username: nil, proxy_password: nil, streamed: false)
            return withProxy(proxy, &c, use)
          }
        }
      }
    }
  }

  private func withProxy<R>(
    _ proxy: Proxy?, _ c: inout ccs_request, _ use: (inout ccs_request) -> R
  ) -> R {
    guard let proxy else { return use(&c) }
    return proxy.url.withCString { url in
      withOptionalCString(proxy.username?.reveal()) { username in
        withOptionalCString(proxy.password?.reveal()) { password in
          c.proxy = url
          c.proxy_username = username
          c.proxy_password = password
          return use(&c)
        }
      }
    }
  }

  private func withOptionalCString<R>(
    _ text: String?, _ use: (UnsafePointer<CChar>?) -> R
  ) -> R {
    if let text { text.withCString { use($0) } } else { use(nil) }
  }

  private func withOptionalBytes<R>(
    _ bytes: [UInt8]?, _ use: (UnsafeBufferPointer<UInt8>?) -> R
  ) -> R {
    if let bytes { bytes.withUnsafeBufferPointer { use($0) } } else { use(nil) }
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, in the range that libcurl takes.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int(min(seconds, 2_000_000) * 1000 + fraction)
  }
}
