package import ProspectAPI
package import ProspectJSON

extension Operation {
  /// Everything about the operation, for programs.
  package var reference: JSON {
    var object: JSONObject = [
      "name": .string(fullName), "provider": .string(provider), "summary": .string(summary),
      "method": .string(method.rawValue), "path": .string(path.text),
      "effect": .string(effect.rawValue), "effect_meaning": .string(effect.meaning),
      "source": .string(source.rawValue), "life": .string(life.rawValue),
      "scopes": .array(scopes.map(JSON.string)), "cost": costReference,
      "arguments": .array(ParameterRow.all(of: self).map(\.reference)),
      "at_least_one": .array(atLeastOne.map(JSON.string)),
      "exactly_one": .array(exactlyOne.map(JSON.string)),
      "gives": .string(paging != nil ? "list" : job != nil ? "job" : "table"),
    ]
    if !notes.isEmpty { object["notes"] = .string(notes) }
    if isRoot { object["root"] = true }
    if isPublic { object["public"] = true }
    object["confirm"] = confirm.map(JSON.string)
    let fields = returns.map {
      JSONObject.Member(name: $0.name, value: .string($0.kind.rawValue))
    }
    object["returns"] = .object(JSONObject(fields))
    object["paging"] = paging.map { .string($0.style.rawValue) }
    object["job"] = job.map(\.reference)
    if !secrets.isEmpty { object["secrets"] = .array(secrets.map(JSON.string)) }
    object["example"] = example.map(JSON.string)
    return .object(object)
  }

  private var costReference: JSON {
    guard let cost else { return .null }
    return ["credits": .integer(Int64(cost.credits)), "per": .string(cost.unit.rawValue)]
  }
}

extension JobProtocol {
  fileprivate var reference: JSON {
    [
      "poll": .string(poll), "results": results.map { .string($0.operation) } ?? .null,
      "downloads": .bool(download != nil),
    ]
  }
}

extension ParameterRow {
  fileprivate var reference: JSON {
    [
      "name": .string(path), "type": .string(parameter.kind.rawValue),
      "required": .bool(parameter.isRequired), "nullable": .bool(parameter.isNullable),
      "limits": .array(limits.map(JSON.string)), "enum": .array(parameter.choices),
      "default": parameter.defaultText.map(JSON.string) ?? .null,
      "summary": .string(parameter.summary),
    ]
  }
}
