// Protected calls: every use of Lua by Swift that may raise.
#include "shims.h"

void shims_forget_error(cl_vm *vm) {
  buffer_reset(vm, &vm->traceback);
  vm->error_file[0] = 0;
  vm->error_line = 0;
}

int shims_protect(cl_vm *vm, lua_CFunction body, void *argument, int results) {
  lua_State *L = vm->L;
  if (!lua_checkstack(L, 8)) {
    cl_batch_clear(vm);
    lua_pushnil(L);  // the stack keeps a few slots beyond its end for errors (EXTRA_STACK)
    return LUA_ERRMEM;
  }
  shims_forget_error(vm);
  lua_pushcfunction(L, shims_note_error);
  int handler = lua_gettop(L);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, argument);
  int status = lua_pcall(L, 1, results, handler);
  lua_remove(L, handler);
  cl_batch_clear(vm);
  return status;
}

static int push_body(lua_State *L) {
  lua_settop(L, 0);
  return shims_push_batch(L, vm_of(L));
}

int cl_push(cl_vm *vm) { return shims_protect(vm, push_body, NULL, LUA_MULTRET); }

int shims_call_body(lua_State *L) {
  cl_vm *vm = vm_of(L);
  int results = *(int *)lua_touserdata(L, 1);
  lua_settop(L, 0);
  int count = shims_push_batch(L, vm);
  cl_batch_clear(vm);  // the function may call back into Swift, which fills a batch of its own
  lua_call(L, count - 1, results);
  return lua_gettop(L);
}

int cl_call(cl_vm *vm, int results) { return shims_protect(vm, shims_call_body, &results, results); }

typedef struct { const char *bytes; size_t length; const char *name; } text_argument;

static int load_body(lua_State *L) {
  text_argument *text = lua_touserdata(L, 1);
  lua_settop(L, 0);
  int status = luaL_loadbufferx(L, text->bytes, text->length, text->name, "t");
  lua_pushinteger(L, status);
  lua_insert(L, 1);
  return 2;
}

int cl_load(cl_vm *vm, const void *bytes, size_t length, const char *name) {
  text_argument argument = {bytes ? bytes : "", length, name};
  int status = shims_protect(vm, load_body, &argument, 2);
  if (status != LUA_OK) return status;
  status = (int)lua_tointeger(vm->L, -2);
  lua_remove(vm->L, -2);
  return status;
}

static int get_body(lua_State *L) {
  text_argument *key = lua_touserdata(L, 1);
  lua_settop(L, 0);
  shims_push_batch(L, vm_of(L));
  lua_pushlstring(L, key->bytes, key->length);
  lua_gettable(L, 1);
  return 1;
}

int cl_get(cl_vm *vm, const char *key, size_t length) {
  text_argument argument = {key, length, NULL};
  return shims_protect(vm, get_body, &argument, 1);
}

static int set_body(lua_State *L) {
  lua_settop(L, 0);
  shims_push_batch(L, vm_of(L));
  lua_settable(L, 1);
  return 0;
}

int cl_set(cl_vm *vm) { return shims_protect(vm, set_body, NULL, 0); }

static int anchor_body(lua_State *L) {
  int32_t *reference = lua_touserdata(L, 1);
  lua_settop(L, 2);
  *reference = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

// Whether luaL_ref has a slot to use again: then it only overwrites slots, which allocates nothing and cannot raise.
static bool has_free_anchor(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_LAST + 1);  // where luaL_ref keeps its list of free slots
  bool free = lua_tointeger(L, -1) != 0;
  lua_pop(L, 1);
  return free;
}

int32_t cl_anchor(cl_vm *vm, lua_State *L, int index) {
  int32_t reference = 0;
  index = lua_absindex(L, index);
  if (!lua_checkstack(L, 4)) return 0;
  if (has_free_anchor(L)) {
    lua_pushvalue(L, index);
    return luaL_ref(L, LUA_REGISTRYINDEX);
  }
  lua_pushcfunction(L, anchor_body);
  lua_pushlightuserdata(L, &reference);
  lua_pushvalue(L, index);
  if (lua_pcall(L, 2, 0, 0) == LUA_OK) return reference;
  lua_pop(L, 1);
  (void)vm;
  return 0;
}

// Overwrites slots that exist, which allocates nothing and so cannot raise.
void cl_release_anchor(cl_vm *vm, int32_t reference) {
  if (vm->L && lua_checkstack(vm->L, 4)) luaL_unref(vm->L, LUA_REGISTRYINDEX, reference);
}

int cl_json_encode(cl_vm *vm, lua_State *L, int index) {
  index = lua_absindex(L, index);
  buffer_reset(vm, &vm->json);
  if (!lua_checkstack(L, 4)) {
    lua_pushnil(L);
    return LUA_ERRMEM;
  }
  lua_pushcfunction(L, shims_encode_json);
  lua_pushvalue(L, index);
  return lua_pcall(L, 1, 0, 0);
}

const uint8_t *cl_json_bytes(const cl_vm *vm, size_t *length) {
  *length = vm->json.length;
  return vm->json.bytes;
}
