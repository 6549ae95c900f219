// The module `json` as recipes see it.
#include "json.h"

// json.encode(value [, { pretty = true }]) → text
static int json_encode(lua_State *L) {
  cl_vm *vm = vm_of(L);
  luaL_checkany(L, 1);
  bool pretty = false;
  if (lua_istable(L, 2)) {
    lua_getfield(L, 2, "pretty");
    pretty = lua_toboolean(L, -1);
  }
  lua_settop(L, 1);
  lua_pushboolean(L, pretty);
  shims_encode_json(L);
  lua_pushlstring(L, (const char *)vm->json.bytes, vm->json.length);
  buffer_reset(vm, &vm->json);
  return 1;
}

// json.decode(text) → value; a malformed document is an error
static int json_decode(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  shims_decode_json(L, vm_of(L), (const uint8_t *)text, length, 0);
  return 1;
}

// json.array([table]) → the same table (or a new one), which encodes as an array also when it is empty
static int json_array(lua_State *L) {
  if (lua_isnoneornil(L, 1)) {
    lua_settop(L, 0);
    lua_newtable(L);
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  if (lua_getmetatable(L, 1)) {
    lua_settop(L, 1);
    luaL_argcheck(L, shims_is_marked_array(L, 1), 1, "a table with a metatable of its own");
  }
  json_mark_array(L, 1);
  return 1;
}

// json.is_array(value) → whether it encodes as an array
static int json_is_array(lua_State *L) {
  bool array = lua_istable(L, 1) && (lua_rawlen(L, 1) > 0 || shims_is_marked_array(L, 1));
  lua_pushboolean(L, array);
  return 1;
}

static int null_tostring(lua_State *L) {
  lua_pushliteral(L, "null");
  return 1;
}

// All light userdata share one metatable; json.null is the only one that a recipe can hold.
static void describe_null(lua_State *L) {
  json_push_null(L);
  lua_createtable(L, 0, 3);
  lua_pushliteral(L, "json.null");
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, null_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

void shims_open_json(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"encode", json_encode}, {"decode", json_decode}, {"array", json_array},
      {"is_array", json_is_array}, {NULL, NULL},
  };
  lua_newtable(L);
  lua_pushliteral(L, "array");
  lua_setfield(L, -2, "__name");
  lua_setfield(L, LUA_REGISTRYINDEX, json_array_key);
  describe_null(L);
  luaL_newlib(L, functions);
  json_push_null(L);
  lua_setfield(L, -2, "null");
  shims_add_library(L, "json");
}
