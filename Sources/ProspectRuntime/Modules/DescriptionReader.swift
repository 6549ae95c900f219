internal import LuaBridge
internal import ProspectJSON
internal import RecipeMachine

/// Turns the Lua text of a provider's description into a plain value, in a bare machine that no recipe ever sees.
enum DescriptionReader {
  /// - Parameter name: the file, for messages.
  static func read(_ source: [UInt8], name: String) throws(RequestRefusal) -> JSON {
    do {
      return try JSON.parse(try evaluateDescription(source, name: "@" + name))
    } catch let error as LuaError {
      throw RequestRefusal(.usage, "the description of a provider fails: \(error.message)")
    } catch {
      throw RequestRefusal(.usage, "the description \(name) is no plain table: \(error)")
    }
  }
}
