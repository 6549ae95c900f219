// Canonical JSON: members sorted by name, so that equal tables give equal bytes whatever the order of `pairs`.
#include "json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  DEEPEST = CSJ_DEPTH - 1,  // what can be written can be read
  FEW_MEMBERS = 32,
};

typedef struct {
  const char *name;  // of a member, or NULL for an element
  lua_Integer index;
} step;

typedef struct {
  lua_State *L;
  cl_vm *vm;
  byte_buffer *out;
  bool pretty;
  int depth;
  step path[DEEPEST];
} encoder;

// MARK: - Output

static inline void put(encoder *e, const void *bytes, size_t length) {
  if (e->out->length + length + CSJ_PADDING > e->out->capacity && !buffer_reserve(e->vm, e->out, length)) {
    shims_out_of_memory(e->L);
  }
  memcpy(e->out->bytes + e->out->length, bytes, length);
  e->out->length += length;
}

static void put_char(encoder *e, char c) { put(e, &c, 1); }

static void put_line(encoder *e) {
  if (!e->pretty) return;
  put_char(e, '\n');
  for (int i = 0; i < e->depth; i++) put(e, "  ", 2);
}

// MARK: - Errors

static int fail(encoder *e, const char *problem) {
  luaL_Buffer place;
  lua_State *L = e->L;
  luaL_buffinit(L, &place);
  luaL_addstring(&place, "cannot encode as JSON");
  for (int i = 0; i < e->depth; i++) {
    luaL_addstring(&place, i == 0 ? ": " : "");
    if (e->path[i].name) {
      if (i > 0) luaL_addchar(&place, '.');
      luaL_addstring(&place, e->path[i].name);
    } else {
      char digits[32];
      snprintf(digits, sizeof digits, "[%lld]", (long long)e->path[i].index);
      luaL_addstring(&place, digits);
    }
  }
  luaL_addstring(&place, e->depth ? " " : ": the value ");
  luaL_addstring(&place, problem);
  luaL_pushresult(&place);
  return lua_error(L);
}

static int fail_type(encoder *e, int index) {
  char problem[96];
  // A userdata says what it is, as in "secret".
  bool named = luaL_getmetafield(e->L, index, "__name") == LUA_TSTRING;
  const char *name = named ? lua_tostring(e->L, -1) : luaL_typename(e->L, index);
  snprintf(problem, sizeof problem, "is a %s", name);
  return fail(e, problem);
}

// MARK: - Strings and numbers

static void put_escaped(encoder *e, uint8_t c) {
  char text[8];
  switch (c) {
    case '"': put(e, "\\\"", 2); return;
    case '\\': put(e, "\\\\", 2); return;
    case '\n': put(e, "\\n", 2); return;
    case '\r': put(e, "\\r", 2); return;
    case '\t': put(e, "\\t", 2); return;
    default:
      snprintf(text, sizeof text, "\\u%04x", c);
      put(e, text, 6);
  }
}

// Which bytes can stand in a string as they are.
static bool is_plain(uint8_t c) { return c >= 0x20 && c != '"' && c != '\\'; }

// The length of the longest beginning that is plain ASCII; a multiple of 8, looked at in words.
static size_t plain_words(const uint8_t *s, size_t length) {
  const uint64_t low = 0x0101010101010101u, high = 0x8080808080808080u;
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    uint64_t word;
    memcpy(&word, s + at, sizeof word);
    uint64_t quote = word ^ low * '"', slash = word ^ low * '\\';
    // A byte is special when it is below 0x20, zero after one of the differences, or not ASCII.
    uint64_t special = (word - low * 0x20) | (quote - low) | (slash - low) | word;
    if (special & high) break;
  }
  return at;
}

static void put_string(encoder *e, const uint8_t *s, size_t length) {
  size_t start = 0, at = plain_words(s, length);
  put_char(e, '"');
  if (at < length && !csj_is_utf8((const char *)s + at, length - at)) fail(e, "is not valid UTF-8 text");
  for (; at < length; at++) {
    if (is_plain(s[at])) continue;
    put(e, s + start, at - start);
    put_escaped(e, s[at]);
    start = at + 1;
  }
  put(e, s + start, length - start);
  put_char(e, '"');
}

static void put_integer(encoder *e, lua_Integer value) {
  char text[24], *end = text + sizeof text, *c = end;
  uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do *--c = (char)('0' + left % 10);
  while (left /= 10);
  if (value < 0) *--c = '-';
  put(e, c, (size_t)(end - c));
}

static void put_number(encoder *e, int index) {
  if (lua_isinteger(e->L, index)) return put_integer(e, lua_tointeger(e->L, index));
  double number = lua_tonumber(e->L, index);
  if (!isfinite(number)) fail(e, "is not a finite number");
  char text[CSJ_DOUBLE];
  put(e, text, csj_write_double(number, text));
}

// MARK: - Tables

static void put_value(encoder *e, int index);

static void descend(encoder *e, step place) {
  if (e->depth == DEEPEST) fail(e, "is nested too deeply (a table that contains itself?)");
  e->path[e->depth++] = place;
}

static void put_array(encoder *e, int index, lua_Integer count) {
  put_char(e, '[');
  for (lua_Integer i = 1; i <= count; i++) {
    descend(e, (step){NULL, i});
    if (i > 1) put_char(e, ',');
    put_line(e);
    lua_rawgeti(e->L, index, i);
    put_value(e, lua_gettop(e->L));
    lua_pop(e->L, 1);
    e->depth--;
  }
  if (count) put_line(e);
  put_char(e, ']');
}

typedef struct {
  const char *text;
  size_t length;
  int value;  // its index on the stack, or 0
} member;

static int compare_members(const void *a, const void *b) {
  const member *x = a, *y = b;
  size_t shorter = x->length < y->length ? x->length : y->length;
  int order = memcmp(x->text, y->text, shorter);
  return order ? order : (x->length > y->length) - (x->length < y->length);
}

static void sort_members(member *members, size_t count) {
  if (count > FEW_MEMBERS) {
    qsort(members, count, sizeof *members, compare_members);
    return;
  }
  for (size_t i = 1; i < count; i++) {
    member moved = members[i];
    size_t at = i;
    for (; at > 0 && compare_members(&moved, &members[at - 1]) < 0; at--) members[at] = members[at - 1];
    members[at] = moved;
  }
}

static void put_members(encoder *e, int table, member *members, size_t count) {
  lua_State *L = e->L;
  sort_members(members, count);
  put_char(e, '{');
  for (size_t i = 0; i < count; i++) {
    descend(e, (step){members[i].text, 0});
    if (i > 0) put_char(e, ',');
    put_line(e);
    put_string(e, (const uint8_t *)members[i].text, members[i].length);
    put(e, ": ", e->pretty ? 2 : 1);
    if (members[i].value) {
      put_value(e, members[i].value);
    } else {
      lua_pushlstring(L, members[i].text, members[i].length);
      lua_rawget(L, table);
      put_value(e, lua_gettop(L));
      lua_pop(L, 1);
    }
    e->depth--;
  }
  if (count) put_line(e);
  put_char(e, '}');
}

// Few members: names and values stay on the stack while they are written.
static void put_small_object(encoder *e, int table, size_t count) {
  lua_State *L = e->L;
  member members[FEW_MEMBERS];
  int top = lua_gettop(L);
  size_t n = 0;
  lua_pushnil(L);
  while (n < count && lua_next(L, table)) {
    members[n].text = lua_tolstring(L, -2, &members[n].length);
    members[n++].value = lua_gettop(L);
    lua_pushvalue(L, -2);
  }
  put_members(e, table, members, n);
  lua_settop(L, top);
}

// Many: their names stay alive while the table does; the list of them is memory of Lua, freed on every path.
static void put_large_object(encoder *e, int table, size_t count) {
  lua_State *L = e->L;
  member *members = lua_newuserdatauv(L, count * sizeof *members, 0);
  int top = lua_gettop(L);
  size_t n = 0;
  for (lua_pushnil(L); n < count && lua_next(L, table); lua_pop(L, 1)) {
    members[n].text = lua_tolstring(L, -2, &members[n].length);
    members[n++].value = 0;
  }
  lua_settop(L, top);
  put_members(e, table, members, n);
  lua_pop(L, 1);
}

bool shims_is_marked_array(lua_State *L, int index) {
  if (!lua_istable(L, index) || !lua_getmetatable(L, index)) return false;
  lua_getfield(L, LUA_REGISTRYINDEX, json_array_key);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same;
}

static void put_table(encoder *e, int index) {
  lua_State *L = e->L;
  luaL_checkstack(L, 2 * FEW_MEMBERS + 8, "nested too deeply");
  // A small table that holds itself many times over makes a document that takes for ever.
  if (cl_unwinding(e->vm)) shims_interrupt(L);
  size_t names = 0, elements = 0;
  lua_Integer length = (lua_Integer)lua_rawlen(L, index);
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
    if (lua_type(L, -2) == LUA_TSTRING) {
      names++;
    } else if (lua_isinteger(L, -2) && lua_tointeger(L, -2) >= 1 && lua_tointeger(L, -2) <= length) {
      elements++;
    } else {
      fail(e, lua_isinteger(L, -2) ? "is a list with holes" : "has a key that is neither a name nor a list index");
    }
  }
  if (names && elements) fail(e, "is a table with both names and list elements");
  if (elements != (size_t)length) fail(e, "is a list with holes");
  if (elements || (!names && shims_is_marked_array(L, index))) put_array(e, index, length);
  else if (names <= FEW_MEMBERS) put_small_object(e, index, names);
  else put_large_object(e, index, names);
}

static void put_value(encoder *e, int index) {
  lua_State *L = e->L;
  switch (lua_type(L, index)) {
    case LUA_TNIL: put(e, "null", 4); break;
    case LUA_TBOOLEAN:
      if (lua_toboolean(L, index)) put(e, "true", 4);
      else put(e, "false", 5);
      break;
    case LUA_TNUMBER: put_number(e, index); break;
    case LUA_TSTRING: {
      size_t length;
      const char *text = lua_tolstring(L, index, &length);
      put_string(e, (const uint8_t *)text, length);
      break;
    }
    case LUA_TTABLE: put_table(e, index); break;
    default:
      if (!cl_is_json_null(L, index)) fail_type(e, index);
      put(e, "null", 4);
  }
}

int shims_encode_json(lua_State *L) {
  cl_vm *vm = vm_of(L);
  encoder e;  // not initialised as a whole: the path is long
  e.L = L;
  e.vm = vm;
  e.out = &vm->json;
  e.pretty = lua_toboolean(L, 2);
  e.depth = 0;
  buffer_reset(vm, &vm->json);
  put_value(&e, 1);
  return 0;
}
