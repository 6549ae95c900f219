internal import LuaBridge
internal import ProspectJSON
internal import RecipeMachine

/// Turns the Lua text of a provider's description into a plain value, in a bare machine that no recipe ever sees.
enum DescriptionReader {
  /// Evaluates a description that is part of this program, in its process.
  ///
  /// - Parameter name: the file, for messages.
  static func read(ownText source: [UInt8], name: String) throws(RequestRefusal) -> JSON {
    let json: [UInt8]
    do throws(LuaError) {
      json = try evaluateDescription(source, name: "@" + name)
    } catch {
      throw RequestRefusal(.usage, "the description of a provider fails: \(error.message)")
    }
    return try value(of: json, name)
  }

  /// Where descriptions are evaluated that somebody else wrote: where their recipes would run.
  struct Place {
    let isolation: Isolation
    /// May say where the worker is.
    let environment: [String: String]
  }

  static func read(
    _ source: [UInt8], name: String, at place: Place
  ) throws(RequestRefusal) -> JSON {
    let machine: DescriptionMachine
    do throws(RuntimeError) {
      machine = try DescriptionMachine(executable: place.isolation.executable(place.environment))
    } catch {
      throw RequestRefusal(
        .internal, "the description \(name) cannot be evaluated: \(error.message)")
    }
    return try value(of: try machine.evaluate(source, name: name), name)
  }

  private static func value(of json: [UInt8], _ name: String) throws(RequestRefusal) -> JSON {
    do {
      return try JSON.parse(json)
    } catch {
      throw RequestRefusal(.usage, "the description \(name) is no plain table: \(error)")
    }
  }
}
