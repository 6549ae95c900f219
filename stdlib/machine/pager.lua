-- Lists that come in pages. A list is an iterator: `for lead in crm.leads.list() do … end`.

local host = ...
local errors = host.part "machine/errors"
local path = host.part "machine/path"
local progress = host.part "machine/progress"

local M = {}

---@class prospect.List
---@overload fun(): any
local List = { __name = "list" }
List.__index = List

-- MARK: Where the next page begins. Each style returns the argument of the next page, or nil after the last.

local styles = {}

function styles.cursor(paging)
  local read_next, read_more = path.reader(paging.next), path.reader(paging.more or paging.next)
  return function(body)
    if read_more(body) == false then return nil end
    return read_next(body)
  end
end

function styles.offset(paging)
  local read_total = paging.total and path.reader(paging.total)
  local read_more = paging.more and path.reader(paging.more)
  local read_limit = paging.limit and path.reader(paging.limit)
  return function(body, items, position)
    -- The limit that the server echoes counts: it may be smaller than the one asked for.
    local offset = (position or 0) + (read_limit and read_limit(body) or #items)
    local more = read_more and read_more(body)
    local total = read_total and read_total(body)
    if more == nil then more = #items > 0 and (not total or offset < total) end
    return more and offset or nil
  end
end

function styles.page(paging)
  local first = paging.first or 1
  local read_total = paging.total and path.reader(paging.total)
  return function(body, items, position, seen)
    local total = read_total and read_total(body)
    if #items == 0 or (total and seen >= total) then return nil end
    return (position or first) + 1
  end
end

-- MARK: Pages

--- Makes the list of one call.
---@param operation string its full name
---@param paging table how the description says its pages hang together
---@param values table arguments of the call
---@return prospect.List
function M.new(operation, paging, values)
  local arguments = {}
  for name, value in pairs(values) do arguments[name] = value end
  if paging.size and arguments[paging.size.argument] == nil then
    arguments[paging.size.argument] = paging.size.value
  end
  return setmetatable({
    operation = operation,
    argument = paging.argument,
    items_of = path.reader(paging.items),
    next_of = styles[paging.style](paging),
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

-- Asks for the page at `self.arguments` without waiting for it.
local function request(self)
  if not self.ticket then self.ticket = host.send(self.operation, self.arguments) end
end

-- Notes how to go on after a page.
local function note_next(self, body, items)
  local argument = self.argument
  local before = self.arguments[argument]
  local after = self.next_of(body, items, before, self.seen)
  if after ~= nil and after == before then
    errors.raise {
      kind = "provider",
      operation = self.operation,
      message = ("the provider sends the same page for ever (%s = %s)"):format(argument, tostring(after)),
    }
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
  local body = host.receive(ticket)
  local items = self.items_of(body)
  if type(items) ~= "table" then
    errors.raise {
      kind = "provider",
      operation = self.operation,
      message = "the answer holds no list where its description says",
    }
  end
  self.seen = self.seen + #items
  self.items, self.index = items, 0
  note_next(self, body, items)
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
