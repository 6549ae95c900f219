import Crypto

/// The signature of a delivery: `v1=` and the lower-case hex of HMAC-SHA256 over the timestamp, a
/// dot and the raw body, keyed with the secret's text [contract prospectb2b §9].
enum WebhookSignature {
  static func text(secret: String, timestamp: Int64, body: [UInt8]) -> String {
    var hash = HMAC<SHA256>(key: SymmetricKey(data: Array(secret.utf8)))
    hash.update(data: Array("\(timestamp).".utf8))
    hash.update(data: body)
    let digits = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "v1=" + digits.joined()
  }
}
