-- Lists that come in pages. A list is an iterator: `for lead in crm.leads.list() do … end`.

local host = ...
local errors = host.part "machine/errors"
local paging_styles = host.part "machine/paging"
local path = host.part "machine/path"
local progress = host.part "machine/progress"

local M = {}

---@class prospect.List
---@overload fun(): any
local List = { __name = "list" }
List.__index = List

-- A list whose rows moved while it was read is read so many times at most.
local PASSES = 3

--- Makes the list of one call.
---@param operation string its full name
---@param paging table how the description says its pages hang together
---@param values table arguments of the call
---@return prospect.List
function M.new(operation, paging, values)
  local arguments = {}
  for name, value in pairs(values) do arguments[name] = value end
  local start = arguments[paging.argument]
  return setmetatable({
    operation = operation,
    paging = paging,
    start = start,
    items_of = path.reader(paging.items),
    -- Cursors do not shift; the rows of the other styles may come twice.
    id_of = paging.style ~= "cursor" and paging.id ~= false and path.reader(paging.id or "id") or nil,
    known = {},
    follow = paging_styles.follower(paging),
    place = {},
    pass = 1,
    arguments = arguments,
    -- Two tasks that share a list must not both fetch its next page.
    gate = host.gate(),
    items = {},
    index = 0,
    seen = 0,
    pages_seen = 0,
    has_next = true,
    wanted = math.huge,
  }, List)
end

-- Sets how many rows a page should have: what the recipe said, else what the description says, but
-- no more than are wanted.
local function choose_size(self)
  local size = self.paging.size
  if not size or self.pages_seen > 0 or self.arguments[size.argument] ~= nil then return end
  self.arguments[size.argument] = math.max(1, math.tointeger(math.min(size.value, self.wanted)) or size.value)
end

-- Asks for the page at `self.arguments` without waiting for it.
local function request(self)
  if self.ticket then return end
  choose_size(self)
  self.ticket = host.send(self.operation, self.arguments)
end

-- What a style needs to know about a page.
local function describe(self, rows)
  local id_of = self.id_of
  local page = { count = #rows }
  if id_of and #rows > 0 and type(rows[1]) == "table" then
    page.first_id, page.last_id = id_of(rows[1]), id_of(rows[#rows])
  end
  return page
end

-- The rows that were not there before; rows without an id are always new.
local function new_rows(self, rows)
  local id_of, known = self.id_of, self.known
  if not id_of or #rows == 0 or type(rows[1]) ~= "table" then return rows end
  local fresh, count = nil, 0
  for i = 1, #rows do
    local id = id_of(rows[i])
    if id ~= nil and known[id] then
      -- Copied only when one has to go.
      if not fresh then fresh, count = table.move(rows, 1, i - 1, 1, {}), i - 1 end
    else
      if id ~= nil then known[id] = true end
      if fresh then
        count = count + 1
        fresh[count] = rows[i]
      end
    end
  end
  return fresh or rows
end

-- Notes how to go on after a page; after the last one of rows that moved, from the start.
local function note_next(self, body, page)
  local argument = self.paging.argument
  local after = self.follow(self, body, page, self.arguments[argument])
  if after == nil and self.place.moved and self.pass < PASSES then
    self.pass = self.pass + 1
    self.place = {}
    self.arguments[argument] = self.start
    return
  end
  self.has_next = after ~= nil
  self.arguments[argument] = after
end

local function show(self, items)
  self.pages_seen = self.pages_seen + 1
  if self.pages_seen == 2 then
    self.progress = progress.start(self.operation)
    self.progress.done = self.seen - #items
  end
  if self.progress then
    self.progress:advance(#items)
    if not self.has_next then self.progress:finish() end
  end
end

-- Waits for the next page; false after the last one.
local function fetch(self)
  if not self.has_next then return false end
  request(self)
  -- Forgotten first: after a failure the next attempt must ask anew.
  local ticket = self.ticket
  self.ticket = nil
  local ok, body = pcall(host.receive, ticket)
  if not ok then errors.pass_on(body, self.operation) end
  local items = self.items_of(body)
  -- An answer that is a list itself is the whole list.
  local is_whole = items == nil and json.is_array(body)
  if is_whole then items = body end
  if type(items) ~= "table" then
    errors.raise {
      kind = "provider",
      operation = self.operation,
      message = "the answer holds no list where its description says",
    }
  end
  local page = describe(self, items)
  items = new_rows(self, items)
  page.fresh = #items
  if is_whole then self.has_next = false else note_next(self, body, page) end
  self.seen = self.seen + #items
  self.items, self.index = items, 0
  show(self, items)
  return true
end

-- Turns to the next page, unless another task did so while this one waited for its turn.
local function turn_page(self)
  self.gate:enter()
  if self.items[self.index + 1] ~= nil then
    self.gate:leave()
    return true
  end
  local ok, more = pcall(fetch, self)
  self.gate:leave()
  if not ok then error(more, 0) end
  return more
end

--- The next item; nil after the last one.
---@return any
function List:next()
  while self.items[self.index + 1] == nil do
    if not turn_page(self) then return nil end
  end
  local index = self.index + 1
  local item = self.items[index]
  self.index = index
  -- While this page is used, the next one is on its way.
  if index == 1 and self.has_next and self.seen < self.wanted then request(self) end
  return item
end

List.__call = List.next

--- An iterator over whole pages.
---@return fun(): any[]?
function List:pages()
  return function()
    repeat
      if not fetch(self) then return nil end
    until #self.items > 0
    self.index = #self.items
    if self.has_next then request(self) end
    return self.items
  end
end

--- The first `n` items; fewer when the list is shorter.
---@param n integer
---@return any[]
function List:first(n)
  if math.type(n) ~= "integer" or n < 0 then errors.usage "first(n): n must be a whole number" end
  self.wanted = n
  local items = json.array {}
  while #items < n do
    local item = self:next()
    if item == nil then break end
    items[#items + 1] = item
  end
  return items
end

--- All items.
---@return any[]
function List:collect()
  local items = json.array {}
  for item in self do items[#items + 1] = item end
  return items
end

return M
