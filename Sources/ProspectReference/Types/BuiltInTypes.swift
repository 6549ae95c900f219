/// The editor types of what is written in C and Swift, and so has no annotations in Lua.
enum BuiltInTypes {
  static let json = """
    ---@meta json
    -- Written by prospect-run; changes are lost.

    --- JSON's null. A field that is absent is nil; one that is there and null is this.
    ---@class prospect.Null: userdata

    ---@class prospect.JSONOptions
    ---@field pretty? boolean with line ends and indentation

    ---@class json
    ---@field null prospect.Null
    json = {}

    --- The value as JSON text.
    ---@param value any
    ---@param options? prospect.JSONOptions
    ---@return string
    function json.encode(value, options) end

    --- The value of a JSON text. A malformed document is an error.
    ---@param text string
    ---@return any
    function json.decode(text) end

    --- Marks a table, or makes one, that is an array also when it is empty.
    ---@generic T
    ---@param t? T[]
    ---@return T[]
    function json.array(t) end

    --- Whether a value is written as an array.
    ---@param value any
    ---@return boolean
    function json.is_array(value) end

    return json

    """

  /// What lists, jobs and secrets of all providers have in common, before the classes that stdlib/ describes.
  static let common = [
    "--- A value that can be stored or handed on, and never printed.",
    "---@class prospect.Secret: userdata", "",
    "---@class prospect.WaitOptions",
    "---@field timeout? string|number \"30m\", \"90s\" or seconds",
    "---@field on_progress? fun(result: table) hears what the provider says at each poll", "",
  ]
}
