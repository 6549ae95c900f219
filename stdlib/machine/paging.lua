-- Where the next page of a list begins: one style for each way in which providers page.
--
-- A style is a function of a list's description. It returns a function that looks at a page and
-- says with which value of the paging argument the next one is asked for; nil after the last page.
-- What it has to remember stands in the list's `place`.

local host = ...
local errors = host.part "machine/errors"
local path = host.part "machine/path"

local styles = {}

-- So many pages in a row that bring nothing end a list that says that there is more.
local BARREN_PAGES = 3

-- Whether the answer says that there is more; nil when it does not say. A link to the next page is
-- a way of saying yes, null one of saying no.
local function says_more(paging)
  if not paging.more then return function() return nil end end
  local holder, last = paging.more:match "^(.*)%.([^.]+)$"
  local read, name = path.reader(holder), last or paging.more
  return function(body)
    local place = read(body)
    local more = type(place) == "table" and place[name]
    if more == nil or type(place) ~= "table" then return nil end
    return more ~= false and more ~= json.null
  end
end

local function broken(list, message)
  errors.raise { kind = "provider", operation = list.operation, message = message }
end

function styles.cursor(paging)
  local read_next, more_in = path.reader(paging.next), says_more(paging)
  return function(list, body)
    local more, after = more_in(body), read_next(body)
    if more == false or (more == nil and after == nil) then return nil end
    if after == nil then broken(list, "the provider says that there is more, but not where") end
    local seen = list.place.seen or {}
    list.place.seen = seen
    if seen[after] then
      broken(list, ("the provider sends the same page for ever (%s = %s)"):format(paging.argument, tostring(after)))
    end
    seen[after] = true
    return after
  end
end

-- Offsets count rows that may move while they are read: a row that is added or removed in front
-- shifts all others. So each page begins with the last row of the one before; when that row is
-- another one, or the total has changed, the list is read a second time for what slipped through.
local function note_shift(list, page, total)
  local place = list.place
  if place.last_id ~= nil and page.first_id ~= place.last_id then place.moved = true end
  if total and place.total and total ~= place.total then place.moved = true end
  place.total, place.last_id = total or place.total, nil
end

function styles.offset(paging)
  local read_total = path.reader(paging.total or {})
  local read_limit = path.reader(paging.limit or {})
  local more_in = says_more(paging)
  return function(list, body, page, position)
    local total, limit = read_total(body), read_limit(body)
    note_shift(list, page, total)
    -- The limit that the server echoes counts: it may be smaller than the one asked for.
    if not math.tointeger(limit) or limit < 1 then limit = math.max(page.count, 1) end
    local offset = (position or 0) + limit
    local more = more_in(body)
    if more == nil then more = page.count > 0 and (not total or offset < total) end
    if not more then return nil end
    -- A page of one row cannot overlap and still get on.
    if page.last_id == nil or limit < 2 or page.count < limit then return offset end
    list.place.last_id = page.last_id
    return offset - 1
  end
end

function styles.page(paging)
  local first = paging.first or 1
  local read_total = path.reader(paging.total or {})
  local more_in = says_more(paging)
  return function(list, body, page, position)
    local total = read_total(body)
    note_shift(list, page, total)
    local place = list.place
    place.rows = (position and position ~= first and place.rows or 0) + page.count
    local more = more_in(body)
    if more == nil then more = page.count > 0 and not (total and place.rows >= total) end
    return more and (position or first) + 1 or nil
  end
end

local M = {}

--- Makes the function that says where the page after a page begins.
---@param paging table of the description
---@return fun(list: table, body: table, page: table, position: any): any
function M.follower(paging)
  local style = styles[paging.style](paging)
  return function(list, body, page, position)
    local place = list.place
    -- Empty ones, or the same rows again, from a provider that does not know the argument. In a second
    -- pass known rows are what is to be expected.
    local is_barren = page.count == 0 or (list.pass == 1 and page.fresh == 0)
    place.barren = is_barren and (place.barren or 0) + 1 or 0
    local after = style(list, body, page, position)
    if after ~= nil and place.barren >= BARREN_PAGES then
      broken(list, ("the provider says that there is more, but sends nothing new (%s = %s)"):format(
        paging.argument, tostring(after)))
    end
    return after
  end
end

return M
