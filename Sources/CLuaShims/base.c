// The base library as recipes see it: no files, no bytecode, no finalizers, and protected calls that do not swallow an
// interrupt.
#include "shims.h"

enum { LONGEST_CHUNK = 16 * 1024 * 1024 };

// MARK: - Protected calls

// A protected call must not stop what unwinds the whole run, nor what closes the coroutine that it runs in. One that
// was made by a `__close` method amid the closing is as good as any.
typedef struct {
  int kept;          // values below the results
  bool closing;      // whether the coroutine was being closed when the call began
} call_facts;

static lua_KContext pack(call_facts facts) { return facts.kept << 1 | facts.closing; }
static call_facts unpack(lua_KContext context) { return (call_facts){(int)context >> 1, context & 1}; }

static bool is_closing(lua_State *L) { return (MARKS_OF(L) & THREAD_CLOSING) != 0; }

static bool must_unwind(lua_State *L, bool was_closing) {
  return cl_unwinding(vm_of(L)) || (is_closing(L) && !was_closing);
}

static int finish_call(lua_State *L, int status, lua_KContext context) {
  call_facts facts = unpack(context);
  if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - facts.kept;
  if (must_unwind(L, facts.closing)) return lua_error(L);
  lua_pushboolean(L, 0);
  lua_pushvalue(L, -2);
  return 2;
}

int shims_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  lua_KContext context = pack((call_facts){0, is_closing(L)});
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, context, finish_call);
  return finish_call(L, status, context);
}

// Lua runs a message handler where the error is raised; for an interrupt that is inside the hook, where no hook would
// stop a handler that loops. Upvalues: the recipe's handler, whether the coroutine was being closed.
int shims_message_handler(lua_State *L) {
  lua_settop(L, 1);
  if (must_unwind(L, lua_toboolean(L, lua_upvalueindex(2)))) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

int shims_xpcall(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  call_facts facts = {2, is_closing(L)};
  lua_pushvalue(L, 2);
  lua_pushboolean(L, facts.closing);
  lua_pushcclosure(L, shims_message_handler, 2);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, pack(facts), finish_call);
  return finish_call(L, status, pack(facts));
}

// MARK: - load

// Concatenates the pieces of a reader function at index 1.
int shims_read_pieces(lua_State *L) {
  luaL_Buffer buffer;
  size_t total = 0;
  luaL_buffinit(L, &buffer);
  for (;;) {
    lua_pushvalue(L, 1);
    lua_call(L, 0, 1);
    size_t length = lua_type(L, -1) == LUA_TSTRING ? lua_rawlen(L, -1) : 0;
    if (length == 0 && (lua_isnil(L, -1) || lua_type(L, -1) == LUA_TSTRING)) break;
    if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "reader function must return a string");
    if ((total += length) > LONGEST_CHUNK) luaL_error(L, "load: the chunk is larger than 16 MiB");
    luaL_addvalue(&buffer);
  }
  lua_pop(L, 1);
  luaL_pushresult(&buffer);
  return 1;
}

static int load_failed(lua_State *L) {
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

// load (chunk [, name [, mode [, env]]]): text only, whatever the mode says.
static int base_load(lua_State *L) {
  bool has_environment = lua_gettop(L) >= 4;
  lua_settop(L, 4);
  const char *mode = luaL_optstring(L, 3, "t");
  const char *name = luaL_optstring(L, 2, "=(load)");
  if (!lua_isstring(L, 1)) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_pushcfunction(L, shims_read_pieces);
    lua_pushvalue(L, 1);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK) return must_unwind(L, is_closing(L)) ? lua_error(L) : load_failed(L);
    lua_replace(L, 1);
  }
  size_t length;
  const char *text = lua_tolstring(L, 1, &length);
  if (length > LONGEST_CHUNK) return luaL_error(L, "load: the chunk is larger than 16 MiB");
  if (!strchr(mode, 't')) {
    lua_pushfstring(L, "only text chunks can be loaded (mode is '%s')", mode);
    return load_failed(L);
  }
  if (luaL_loadbufferx(L, text, length, name, "t") != LUA_OK) return load_failed(L);
  if (has_environment) {
    lua_pushvalue(L, 4);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  }
  return 1;
}

// MARK: - The rest

// The mark of an array is no metatable that a recipe sees: it may have another one put over it.
static int base_getmetatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (shims_is_marked_array(L, 1) || !lua_getmetatable(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  luaL_getmetafield(L, 1, "__metatable");
  return 1;
}

// Finalizers run with hooks off, where nothing could stop them.
static int base_setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  int type = lua_type(L, 2);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  lua_settop(L, 2);
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
      return luaL_error(L, "setmetatable: '__gc' is not available in recipes; use a '<close>' variable");
    }
  }
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int base_collectgarbage(lua_State *L) {
  const char *option = luaL_optstring(L, 1, "collect");
  if (strcmp(option, "count") != 0) {
    return luaL_error(L, "collectgarbage: only \"count\" is available in recipes");
  }
  lua_pushnumber(L, (lua_Number)vm_of(L)->used / 1024);
  return 1;
}

// traceback ([thread,] [message [, level]])
static int debug_traceback(lua_State *L) {
  bool given = lua_isthread(L, 1);
  lua_State *of = given ? lua_tothread(L, 1) : L;
  int first = given ? 2 : 1;
  if (!lua_isstring(L, first) && !lua_isnoneornil(L, first)) {
    lua_settop(L, first);
    return 1;
  }
  int level = (int)luaL_optinteger(L, first + 1, of == L ? 1 : 0);
  const char *message = lua_tostring(L, first);
  if (of != L && shims_push_trace_of(L, of)) {
    if (message) lua_pushfstring(L, "%s\n%s", message, lua_tostring(L, -1));
    return 1;
  }
  luaL_traceback(L, of, message, level);
  return 1;
}

void shims_open_base(lua_State *L) {
  static const luaL_Reg replaced[] = {
      {"pcall", shims_pcall},
      {"xpcall", shims_xpcall},
      {"load", base_load},
      {"getmetatable", base_getmetatable},
      {"setmetatable", base_setmetatable},
      {"collectgarbage", base_collectgarbage},
      {NULL, NULL},
  };
  static const char *const removed[] = {"dofile", "loadfile", "print", "warn"};
  lua_pushglobaltable(L);
  luaL_setfuncs(L, replaced, 0);
  for (size_t i = 0; i < sizeof removed / sizeof *removed; i++) {
    lua_pushnil(L);
    lua_setfield(L, -2, removed[i]);
  }
  lua_pop(L, 1);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, debug_traceback);
  lua_setfield(L, -2, "traceback");
  shims_add_library(L, LUA_DBLIBNAME);
}
