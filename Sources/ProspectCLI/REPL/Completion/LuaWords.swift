/// The words of Lua 5.4 and of its libraries, as far as recipes have them.
enum LuaWords {
  /// Manual §3.1.
  static let keywords = words(
    """
    and break do else elseif end false for function goto if in local nil not or repeat return then \
    true until while
    """)

  /// Manual §6.1 and `require`, without what Sources/CLuaShims/base.c removes.
  static let functions = words(
    """
    arg assert collectgarbage error getmetatable ipairs load next pairs pcall print rawequal \
    rawget rawlen rawset require select setmetatable tonumber tostring type xpcall
    """)

  /// Manual §6.2 and 6.4 to 6.7; `os` is stdlib/machine/os.lua.
  static let libraries = [
    "coroutine": words("close create isyieldable resume running status wrap yield"),
    "math": words(
      """
      abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min mininteger modf \
      pi rad random randomseed sin sqrt tan tointeger type ult
      """),
    "os": words("clock date difftime time"),
    "string": words(
      """
      byte char find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper
      """),
    "table": words("concat insert move pack remove sort unpack"),
    "utf8": words("char charpattern codepoint codes len offset"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
