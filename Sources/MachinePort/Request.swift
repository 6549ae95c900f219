/// Something that a machine wants done in the world outside; the host checks all of it again.
package enum Request: Equatable, Sendable {
  /// The module of that name. The value says what it is: `{"kind":"provider","description":{…}}`,
  /// `{"kind":"functions","names":[…]}` or `{"kind":"source","name":"@lib/x.lua","source":"…"}`.
  case module(String)
  /// One operation, named "provider.resource.verb", with a canonical JSON object of arguments. The
  /// value is the response body. `timeout`, in seconds, covers attempts and waits.
  case call(operation: String, arguments: [UInt8], timeout: Double? = nil)
  /// A function that the host offers, named "module.function", with a JSON array of arguments.
  case function(name: String, arguments: [UInt8])
  /// Nothing, for that long. The value is null.
  case sleep(seconds: Double)
  /// The time of the run: Unix seconds with a fraction.
  case now
  /// A granted file for reading; its descriptor comes with the reply, whose value is
  /// `{"size":n,"path":"…"}`.
  case open(path: String)
  /// A granted output file, written whole: the value is `{"path":"…"}`.
  case write(path: String, bytes: [UInt8])
  /// Fetches a link of a provider into a granted output file: the value is
  /// `{"path":"…","bytes":n}`.
  case download(provider: String, url: String, path: String)
  /// Writes a secret into a granted output file that only its owner can read: the value is the path.
  case saveSecret(handle: String, path: String)
  /// Whether one of the signatures, in hexadecimal digits, is the HMAC-SHA256 of the message: the
  /// value is true or false.
  case verify(key: SignatureKey, message: [UInt8], signatures: [String])
  /// A request to a granted host. `wish` is a JSON object: `url`, `method`, `headers` (by name, lists of texts and
  /// `{"secret":handle}`), `query` (by name, lists of texts) and perhaps `timeout` in seconds. The value is
  /// `{"status":n,"headers":{…}}`, and the body of the answer comes as its meta.
  case http(wish: [UInt8], body: [UInt8]?)
  /// A secret of the environment that is bound to one host: the value is its handle.
  case httpSecret(name: String)
}
