import ProspectJSON

extension OpenProspect {
  /// What the body of `POST /orders` asks for [contract openprospect §5.1].
  struct OrderRequest {
    let profileID: String
    let work: Order.Work
    let title: String?
    let features: [String]?

    /// - Throws: 422 for a missing or wrong field, 400 for fields that exclude each other.
    init(_ call: Call) throws(Refusal) {
      let fields = try RequestFields(call)
      profileID = try fields.requiredText("profile_id")
      title = try fields.text("title")
      features = try fields.texts("features")
      work = try OrderRequest.work(fields)
      try OrderRequest.checkType(fields, of: work)
    }

    private static func work(_ fields: RequestFields) throws(Refusal) -> Order.Work {
      let quantity = try fields.integer("briefing_quantity")
      let companies = try fields.objects("companies", atMost: DeliveryCatalog.largestOrder)
      switch (quantity, companies) {
      case (let quantity?, nil):
        guard quantity > 0 else { throw fields.invalid("briefing_quantity", "must be positive") }
        return .discovery(quantity: quantity)
      case (nil, let companies?):
        var inputs: [Order.Company] = []
        for company in companies { inputs.append(try input(company)) }
        return .enrichment(inputs)
      case (nil, nil): throw fields.invalid("briefing_quantity", "or companies is required")
      default: throw .excluded("companies cannot be combined with briefing_quantity.")
      }
    }

    private static func input(_ fields: RequestFields) throws(Refusal) -> Order.Company {
      Order.Company(
        name: try fields.requiredText("company_name"), externalID: try fields.text("external_id"),
        website: try fields.text("website_url"), city: try fields.text("city"),
        country: try fields.text("country"))
    }

    private static func checkType(
      _ fields: RequestFields, of work: Order.Work
    ) throws(Refusal) {
      guard let type = try fields.text("order_type") else { return }
      guard ["DISCOVERY", "ENRICHMENT"].contains(type) else {
        throw fields.invalid("order_type", "must be DISCOVERY or ENRICHMENT")
      }
      guard type == work.type else {
        throw .excluded("order_type \(type) does not go with the other fields.")
      }
    }
  }
}

extension Refusal {
  /// 400 for a body that is well-formed and yet refused [contract openprospect §7].
  fileprivate static func excluded(_ message: String) -> Refusal {
    Refusal(400, "BAD_REQUEST", message)
  }
}
