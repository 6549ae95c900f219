internal import ProspectJSON

extension Parameter {
  static let fieldNames = [
    "type", "at", "wire", "summary", "required", "nullable", "secret", "min", "max", "min_length",
    "max_length", "min_items", "max_items", "enum", "fields", "default", "source",
  ]

  static func fields(of table: DescriptionTable) throws(DescriptionError) -> [Parameter]? {
    guard let described = try table.table("fields") else { return nil }
    var fields: [Parameter] = []
    for name in described.object.names.sorted() {
      guard let inner = try described.table(name) else { continue }
      try inner.refuse("at", "lies where the object lies that holds it")
      fields.append(try Parameter(name, inner, defaultPlace: .body))
    }
    return fields
  }

  /// Checks what the fields of the parameter say about each other.
  func checkCoherence(_ table: DescriptionTable) throws(DescriptionError) {
    if place != .body, kind == .object || kind == .objects {
      throw table.mistake("type", "\"\(kind.rawValue)\" can only be sent in a body")
    }
    if place == .path, kind.element != nil || isNullable {
      throw table.mistake("type", "a part of the path must be a single value")
    }
    if takesSecret, place == .path || place == .query {
      throw table.mistake("secret", "would stand in the URL, which servers write into logs")
    }
    try checkHeaderName(table)
    try refuseForeignLimits(of: table)
    try requireOrder(table, minimum, "max", maximum)
    try requireOrder(table, minLength, "max_length", maxLength)
    try requireOrder(table, minItems, "max_items", maxItems)
    for choice in choices where !Self.has(choice, kind.element ?? kind) {
      throw table.mistake("enum", "\(choice.text) is no \((kind.element ?? kind).rawValue)")
    }
  }

  /// The host writes the fields that say where a request goes, who sends it and where it ends.
  private func checkHeaderName(_ table: DescriptionTable) throws(DescriptionError) {
    guard place == .header else { return }
    let isCredential = wireName.lowercased() == "authorization"
    guard let flaw = isCredential ? "is the host's" : RequestField.flaw(in: wireName) else {
      return
    }
    throw table.mistake(table.object["wire"] == nil ? "at" : "wire", "\(wireName) \(flaw)")
  }

  /// A limit on something that the type does not have would be ignored silently.
  private func refuseForeignLimits(of table: DescriptionTable) throws(DescriptionError) {
    let owners: [([String], [Kind])] = [
      (["min", "max"], [.integer, .number]), (["min_length", "max_length"], [.string]),
      (["min_items", "max_items"], [.strings, .integers, .objects]),
      (["fields"], [.object, .objects]),
      (["secret"], [.string, .strings, .object, .objects, .any]),
      (["enum"], [.string, .integer, .number, .strings, .integers, .date, .any]),
    ]
    for (names, kinds) in owners where !kinds.contains(kind) {
      for name in names {
        try table.refuse(name, "has no meaning for the type \"\(kind.rawValue)\"")
      }
    }
  }

  private func requireOrder<Value: Comparable>(
    _ table: DescriptionTable, _ least: Value?, _ name: String, _ most: Value?
  ) throws(DescriptionError) {
    if let least, let most, most < least {
      throw table.mistake(name, "is less than the least that is allowed")
    }
  }
}
