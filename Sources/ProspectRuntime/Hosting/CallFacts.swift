internal import ProspectAPI
internal import ProspectJSON

extension CallResponse {
  /// What `meta(result)` tells a recipe, as a JSON object.
  ///
  /// Written by hand: it is made for every call, and most are never read.
  var facts: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(512)
    text.append(contentsOf: #"{"status":"#.utf8)
    text.append(contentsOf: String(status).utf8)
    text.append(contentsOf: #","attempts":"#.utf8)
    text.append(contentsOf: String(attempts).utf8)
    if let wait {
      text.append(contentsOf: #","wait":"#.utf8)
      text.append(contentsOf: String(wait.inSeconds).utf8)
    }
    if let requestID {
      text.append(contentsOf: #","request_id":"#.utf8)
      JSON.write(requestID, to: &text)
    }
    if let address {
      text.append(contentsOf: #","address":"#.utf8)
      JSON.write(address, to: &text)
    }
    text.append(contentsOf: #","replayed":false,"headers":{"#.utf8)
    headers.writeMembers(to: &text)
    text.append(contentsOf: "}}".utf8)
    return text
  }
}
