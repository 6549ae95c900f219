// How Lua calls Swift.
#include "shims.h"

char shims_wait_tag;

// Puts "file:line: " before a text error; gives an error table the field `where` unless it has one. The place is the
// recipe's, because the caller is often a module of the runtime.
static void place_error(lua_State *L) {
  int type = lua_type(L, -1);
  lua_Debug ar;
  bool placed = (type == LUA_TSTRING || type == LUA_TTABLE) && shims_user_place(L, 1, &ar);
  if (type == LUA_TSTRING) {
    if (placed) lua_pushfstring(L, "%s:%d: ", ar.short_src, ar.currentline);
    else luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  } else if (placed) {
    lua_pushliteral(L, "where");
    if (lua_rawget(L, -2) == LUA_TNIL) {
      lua_pushliteral(L, "where");
      lua_pushfstring(L, "%s:%d", ar.short_src, ar.currentline);
      lua_rawset(L, -4);
    }
    lua_pop(L, 1);
  }
}

static int raise(lua_State *L, cl_vm *vm, bool placed) {
  lua_settop(L, 0);
  if (shims_push_batch(L, vm) != 1) return shims_out_of_memory(L);
  cl_batch_clear(vm);
  if (!placed) place_error(L);
  return lua_error(L);
}

// The task was resumed: its stack holds the outcome (true when it is a success) and the values.
static int resumed(lua_State *L, int status, lua_KContext base) {
  (void)status;
  if (lua_toboolean(L, (int)base + 1)) {
    if (cl_unwinding(vm_of(L))) return shims_interrupt(L);
    return lua_gettop(L) - (int)base - 1;
  }
  lua_settop(L, (int)base + 2);
  place_error(L);
  return lua_error(L);
}

static int wait(lua_State *L, cl_vm *vm) {
  char place[96];
  if (!cl_can_wait(vm, L, place, sizeof place)) {
    return luaL_error(L, "a function has to wait, which is impossible inside %s", place);
  }
  int base = lua_gettop(L);
  luaL_checkstack(L, 4, NULL);  // also for the outcome
  lua_pushlightuserdata(L, &shims_wait_tag);
  return lua_yieldk(L, 1, base, resumed);
}

// Every Swift function that Lua sees is this closure; upvalue 1 is its number, or its complement for a function that
// also runs while an error unwinds everything.
int shims_trampoline(lua_State *L) {
  cl_vm *vm = vm_of(L);
  lua_Integer number = lua_tointeger(L, lua_upvalueindex(1));
  if (number < 0) number = ~number;
  else if (cl_unwinding(vm)) return shims_interrupt(L);
  // From here on no Swift frame is alive when an error is raised: dispatch has returned.
  int32_t verdict = vm->config.dispatch(vm->config.context, L, (uint32_t)number);
  if (verdict >= CL_PUSHED) return verdict - CL_PUSHED;
  switch (verdict) {
    case CL_RETURN: {
      int count = shims_push_batch(L, vm);
      cl_batch_clear(vm);
      return count;
    }
    case CL_WAIT: return wait(L, vm);
    case CL_PASS_ON: return raise(L, vm, true);
    case CL_OUT_OF_MEMORY: return shims_out_of_memory(L);
    default: return raise(L, vm, false);
  }
}
