// What turns values into text, without addresses; and random numbers that are the same in each run.
#include "shims.h"

#include <stdio.h>

// MARK: - Identity

static uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// A bijection with a secret key: the same object prints the same, and its address stays unknown.
uint64_t shims_identity(const cl_vm *vm, const void *address) {
  return mix(mix((uint64_t)(uintptr_t)address ^ vm->keys[0]) + vm->keys[1]);
}

static void push_identity(lua_State *L, int index) {
  char digits[24];
  snprintf(digits, sizeof digits, "%016llx", (unsigned long long)shims_identity(vm_of(L), lua_topointer(L, index)));
  int named = luaL_getmetafield(L, index, "__name");
  const char *name = named == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, index);
  lua_pushfstring(L, "%s: %s", name, digits);
  if (named != LUA_TNIL) lua_remove(L, -2);
}

// MARK: - tostring

static bool is_plain(lua_State *L, int index) {
  int type = lua_type(L, index);
  return type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING;
}

const char *shims_tostring(lua_State *L, int index, size_t *length) {
  index = lua_absindex(L, index);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
  } else if (is_plain(L, index)) {
    luaL_tolstring(L, index, NULL);
  } else {
    push_identity(L, index);
  }
  return lua_tolstring(L, -1, length);
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  shims_tostring(L, 1, NULL);
  return 1;
}

// MARK: - string.format

// The end of the conversion that begins behind a '%' at `c`: at its letter, or `end`.
static const char *letter_of(const char *c, const char *end) {
  while (c < end && *c && strchr("-+ #0123456789.", *c)) c++;
  return c;
}

// string.format whose %s prints no address and that has no %p. Upvalue 1: Lua's own.
static int string_format(lua_State *L) {
  size_t length;
  const char *c = luaL_checklstring(L, 1, &length);
  const char *end = c + length;
  int argument = 1, count = lua_gettop(L);
  while (c < end) {
    if (*c++ != '%') continue;
    c = letter_of(c, end);
    if (c == end) break;
    char letter = *c++;
    if (letter == '%') continue;
    argument++;
    if (letter == 'p') return luaL_error(L, "bad argument #1 to 'format' ('%%p' is not available in recipes)");
    if (letter != 's' || argument > count || is_plain(L, argument)) continue;
    shims_tostring(L, argument, NULL);
    lua_replace(L, argument);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, count, 1);
  return 1;
}

// MARK: - math.randomseed

// Without arguments it begins again with the seed of the run, where Lua would take the time and an address.
// Upvalue 1: Lua's own.
static int math_randomseed(lua_State *L) {
  int count = lua_gettop(L);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  if (count == 0) lua_pushinteger(L, (lua_Integer)vm_of(L)->config.seed);
  lua_call(L, count ? count : 1, 0);
  return 0;
}

// MARK: - The libraries

// Replaces a function of the library at the top by one that has it as its upvalue.
static void wrap(lua_State *L, const char *name, lua_CFunction wrapper) {
  lua_getfield(L, -1, name);
  lua_pushcclosure(L, wrapper, 1);
  lua_setfield(L, -2, name);
}

static void lock_string_metatable(lua_State *L) {
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

void shims_open_text(lua_State *L) {
  lua_pushcfunction(L, base_tostring);
  lua_setglobal(L, "tostring");
  lua_getglobal(L, LUA_STRLIBNAME);
  wrap(L, "format", string_format);
  lua_pushnil(L);
  lua_setfield(L, -2, "dump");
  lua_getglobal(L, LUA_MATHLIBNAME);
  wrap(L, "randomseed", math_randomseed);
  lua_getfield(L, -1, "randomseed");
  lua_call(L, 0, 0);
  lua_pop(L, 2);
  lock_string_metatable(L);
}
