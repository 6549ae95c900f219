internal import ProspectAPI
internal import ProspectJSON

/// What a paid call may cost at most, as its own argument `max_credits` says; the provider never sees it.
struct PurchaseTerms {
  static let argument = "max_credits"

  /// Nil when the call does not say.
  let most: Int?
  /// The arguments that belong to the provider.
  let arguments: [UInt8]

  /// Takes the argument out of those of a call.
  ///
  /// - Throws: `CallError` of kind `argument` when it is no whole number of zero or more.
  init(
    _ arguments: [UInt8], of operation: Operation, parser: JSONParser
  ) throws(CallError) {
    guard var object = (try? parser.parse(arguments))?.object, let value = object[Self.argument],
      !operation.parameters.contains(where: { $0.name == Self.argument })
    else {
      most = nil
      self.arguments = arguments
      return
    }
    guard let integer = value.integer, let most = Int(exactly: integer), most >= 0 else {
      throw CallError(
        kind: .argument, message: "argument \"\(Self.argument)\" must be a whole number of credits",
        provider: operation.provider, operation: operation.name)
    }
    object[Self.argument] = nil
    self.most = most
    self.arguments = JSON.object(object).encoded
  }
}
