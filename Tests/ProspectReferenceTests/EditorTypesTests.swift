import Testing

@testable import ProspectReference

@Suite struct EditorTypesTests {
  @Test(arguments: [
    "---@meta fair\n",
    "---@field limit? integer (1 to 100; default 100)\n",
    "---@field color? \"red\"|\"blue\" Paint of the ride.\n",
    "---@class fair.rides.list.Item\n---@field id? string\n---@field tags? string[]\n",
    "---@field pages fun(self: fair.rides.list.List): fun(): fair.rides.list.Item[]?\n",
    "---@param arguments? fair.rides.list.Arguments\n---@return fair.rides.list.List\n",
    "function fair.rides.list(arguments) end\n",
    "---@deprecated\n---@param arguments fair.rides.get.Arguments\n",
    "---@class fair.tickets.order.Arguments.people\n---@field name string",
    "---@field people? fair.tickets.order.Arguments.people[] (at most 3 elements)\n",
    "---@field ride_id? string|prospect.Null\n",
    "---@field confirm true Tickets cost money.\n",
    "---@field code? prospect.Secret\n",
    "function fair.tickets.job(job) end\n",
    "---@class fair.tickets.order.Job: prospect.Job, fair.tickets.order.Result\n",
    "\nreturn fair\n",
  ])
  func aProviderHasTypes(_ words: String) throws {
    let text = ProviderTypes.text(try Fair.provider())
    #expect(text.contains(words), "\(text)")
  }

  @Test func aModuleKeepsItsAnnotationsAndLosesItsBodies() {
    let source = """
      -- How it works.
      local host = ...
      local M = {}

      ---@class x.Options
      ---@field size integer

      local function inner() return 1 end

      --- Cuts.
      ---@param s string
      ---@return string
      function M.cut(s)
        return inner(s)
      end

      ---@type fun()
      M.stop = inner "stop"

      return M
      """
    #expect(
      ModuleTypes.text(source, name: "knife") == """
        ---@meta knife
        -- Written by prospect-run; changes are lost.

        ---@class knife
        knife = {}

        ---@class x.Options
        ---@field size integer

        --- Cuts.
        ---@param s string
        ---@return string
        function knife.cut(s) end

        ---@type fun()
        knife.stop = nil

        return knife

        """)
  }

  @Test func aModuleMayBeAFunction() {
    let source = "--- Shows.\n---@param v any\nlocal function show(v) end\nreturn show"
    #expect(ModuleTypes.text(source, name: "show").contains("function show(v) end\n"))
  }

  @Test(arguments: [
    "## tickets.order\n\n`POST /tickets`\n", "Slow on Sundays.",
    "- Scopes: `tickets.write`, `money`.",
    "| `people[].name` | `string` | required; at least 1 character |  |",
    "- Confirm = true is needed: Tickets cost money.\n",
    "Each item: `id` string, `tags` string[].",
    "```lua\nlocal fair = require \"fair\"\nfor ride in", "[`rides.list`](#rideslist)",
  ])
  func aReferencePageSaysEverything(_ words: String) throws {
    let text = ProviderMarkdown.text(try Fair.provider())
    #expect(text.contains(words), "\(text)")
  }
}
