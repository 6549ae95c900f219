// Where something happened, and what stands there: for error messages.
#include "shims.h"

#include <stdio.h>

static void copy_text(char *out, const char *text, size_t capacity) {
  snprintf(out, capacity, "%s", text);
}

// The nearest function at or above `from` that a recipe wrote: its chunk is a file, named "@path".
bool shims_user_place(lua_State *L, int from, lua_Debug *ar) {
  for (int level = from; lua_getstack(L, level, ar); level++) {
    if (lua_getinfo(L, "Sl", ar) && *ar->source == '@' && ar->currentline > 0) return true;
  }
  return false;
}

static int note_body(lua_State *L) {
  cl_vm *vm = vm_of(L);
  luaL_traceback(L, L, NULL, 2);  // beyond this function and the handler
  size_t length;
  const char *text = lua_tolstring(L, -1, &length);
  if (!buffer_reserve(vm, &vm->traceback, length + 1)) return 0;
  memcpy(vm->traceback.bytes, text, length + 1);
  vm->traceback.length = length;
  return 0;
}

int shims_note_error(lua_State *L) {
  cl_vm *vm = vm_of(L);
  shims_forget_error(vm);
  lua_Debug ar;
  if (shims_user_place(L, 1, &ar)) {
    copy_text(vm->error_file, ar.source + 1, sizeof vm->error_file);
    vm->error_line = ar.currentline;
  }
  // The error comes first: when there is no memory or stack for a traceback, there is none.
  lua_pushcfunction(L, note_body);
  if (lua_pcall(L, 0, 0, 0) != LUA_OK) lua_pop(L, 1);
  return 1;
}

const char *cl_traceback(const cl_vm *vm) {
  return vm->traceback.length ? (const char *)vm->traceback.bytes : "";
}
const char *cl_error_file(const cl_vm *vm) { return vm->error_file; }
int cl_error_line(const cl_vm *vm) { return vm->error_line; }

// MARK: - What cannot wait

typedef struct {
  lua_State *in;
  char *text;
  size_t capacity;
} place_argument;

// Pushes "library.name" of the function at the top when a library has it.
static bool push_library_name(lua_State *L) {
  int function = lua_gettop(L);
  lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  for (lua_pushnil(L); lua_next(L, function + 1); lua_settop(L, function + 2)) {
    if (lua_type(L, -2) != LUA_TSTRING || !lua_istable(L, -1)) continue;
    for (lua_pushnil(L); lua_next(L, function + 3); lua_pop(L, 1)) {
      if (lua_type(L, -2) != LUA_TSTRING || !lua_rawequal(L, -1, function)) continue;
      const char *library = lua_tostring(L, function + 2);
      if (strcmp(library, LUA_GNAME) == 0) lua_pushvalue(L, -2);
      else lua_pushfstring(L, "%s.%s", library, lua_tostring(L, -2));
      return true;
    }
  }
  lua_settop(L, function);
  return false;
}

static const char *describe_blocker(lua_State *L, lua_CFunction function, const lua_Debug *ar) {
  if (function == shims_call_body) return "a function that the host calls";
  if (function == shims_message_handler) return "the message handler of 'xpcall'";
  if (function == shims_read_pieces) return "'load'";
  if (push_library_name(L)) return lua_pushfstring(L, "'%s'", lua_tostring(L, -1));
  if (strcmp(ar->namewhat, "for iterator") == 0) return "the '__index' that 'ipairs' calls";
  return ar->name ? lua_pushfstring(L, "'%s'", ar->name) : "a function in C";
}

// The nearest C function that does not let waits pass: sort, gsub, tostring, …
static int place_body(lua_State *L) {
  place_argument *argument = lua_touserdata(L, 1);
  lua_Debug ar;
  for (int level = 0; lua_getstack(argument->in, level, &ar); level++) {
    lua_settop(L, 1);
    // Never an error there: it would be thrown to that thread's resumer, past frames of Swift.
    if (!lua_checkstack(argument->in, 1)) return 0;
    lua_getinfo(argument->in, "Snf", &ar);
    lua_xmove(argument->in, L, 1);
    lua_CFunction function = lua_tocfunction(L, 2);
    if (*ar.what != 'C' || shims_passes_waits(function)) continue;
    if (function == place_body || function == shims_trampoline) continue;
    copy_text(argument->text, describe_blocker(L, function, &ar), argument->capacity);
    break;
  }
  return 0;
}

static void find_place(lua_State *L, lua_State *in, char *place, size_t capacity) {
  place_argument argument = {in, place, capacity};
  if (!lua_checkstack(L, 8)) return;
  lua_pushcfunction(L, place_body);
  lua_pushlightuserdata(L, &argument);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) lua_pop(L, 1);
}

bool cl_can_wait(cl_vm *vm, lua_State *L, char *place, size_t capacity) {
  if (lua_isyieldable(L) && !vm->blocker) return true;
  if (!place) return false;
  copy_text(place, "a place that cannot be suspended", capacity);
  find_place(L, lua_isyieldable(L) ? vm->blocker : L, place, capacity);
  return false;
}

// MARK: - Names and values

void cl_function_name(lua_State *L, char *name, size_t capacity) {
  lua_Debug ar;
  bool known = lua_getstack(L, 0, &ar) && lua_getinfo(L, "n", &ar) && ar.name;
  copy_text(name, known ? ar.name : "?", capacity);
}

const char *cl_type_name(lua_State *L, int index) {
  return cl_is_json_null(L, index) ? "json.null" : lua_typename(L, lua_type(L, index));
}

typedef struct {
  char *text;
  size_t capacity, length;
} text_argument;

static int message_body(lua_State *L) {
  text_argument *out = lua_touserdata(L, 1);
  lua_pushliteral(L, "message");
  lua_rawget(L, 2);
  if (lua_type(L, -1) != LUA_TSTRING) return 0;
  const char *text = lua_tolstring(L, -1, &out->length);
  if (out->length >= out->capacity) out->length = out->capacity - 1;
  memcpy(out->text, text, out->length);
  return 0;
}

size_t cl_describe(cl_vm *vm, lua_State *L, int index, char *out, size_t capacity) {
  (void)vm;
  text_argument argument = {out, capacity, 0};
  index = lua_absindex(L, index);
  if (lua_type(L, index) == LUA_TTABLE && lua_checkstack(L, 6)) {
    lua_pushcfunction(L, message_body);
    lua_pushlightuserdata(L, &argument);
    lua_pushvalue(L, index);
    if (lua_pcall(L, 2, 0, 0) != LUA_OK) lua_pop(L, 1);
    if (argument.length) return argument.length;
  }
  switch (lua_type(L, index)) {
    case LUA_TNIL: copy_text(out, "nil", capacity); break;
    case LUA_TBOOLEAN: copy_text(out, lua_toboolean(L, index) ? "true" : "false", capacity); break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) snprintf(out, capacity, "%lld", (long long)lua_tointeger(L, index));
      else snprintf(out, capacity, "%.14g", lua_tonumber(L, index));
      break;
    default: snprintf(out, capacity, "(error object is a %s value)", cl_type_name(L, index));
  }
  return strlen(out);
}
