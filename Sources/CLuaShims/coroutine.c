// coroutine.* for recipes. Three points differ from Lua's own:
//
// - When a binding inside a recipe's coroutine waits, the wait passes upward through every `resume`, `wrap` and
//   `close` to the scheduler of tasks, and the outcome comes back down.
// - An error unwinds a coroutine at once, inside a protected call at its bottom. Lua 5.4.4 would leave the stack as it
//   is, with hooks off when the error came from the hook, and run its `<close>` variables later in that state: an
//   endless loop there could not be stopped.
// - `coroutine.close` resumes the coroutine with an order to unwind. lua_resetthread, which Lua uses, forgets in 5.4.4
//   to reset the message handler (an error in `__close` then calls whatever lies in its old stack slot) and does not
//   count the depth of the C stack.
#include "shims.h"

static const char *const traces_key = "prospect.traces";

enum how { BY_RESUME, BY_WRAP, BY_CLOSE };

static bool has_mark(lua_State *co, uintptr_t mark) { return (MARKS_OF(co) & mark) != 0; }

// MARK: - The bottom of a coroutine

static int body_ends(lua_State *L, int status, lua_KContext context) {
  (void)context;
  if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - 1;
  return status == LUA_ERRMEM ? shims_out_of_memory(L) : lua_error(L);
}

int shims_body(lua_State *L, lua_CFunction handler) {
  lua_pushcfunction(L, handler);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 1, 0, body_ends);
  return body_ends(L, status, 0);
}

static int keep_trace(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, traces_key);
  lua_pushthread(L);
  luaL_traceback(L, L, NULL, 2);  // beyond this function and the handler
  lua_rawset(L, -3);
  return 0;
}

// Unwinding destroys what debug.traceback(co) would show of a failed coroutine, so its traceback is made here.
static int note_failure(lua_State *L) {
  if (has_mark(L, THREAD_CLOSING) || cl_unwinding(vm_of(L))) return 1;
  lua_pushcfunction(L, keep_trace);
  if (lua_pcall(L, 0, 0, 0) != LUA_OK) lua_pop(L, 1);
  return 1;
}

bool shims_push_trace_of(lua_State *L, lua_State *co) {
  if (lua_status(co) == LUA_OK || lua_status(co) == LUA_YIELD) return false;
  if (!lua_checkstack(co, 1)) return false;
  lua_getfield(L, LUA_REGISTRYINDEX, traces_key);
  lua_pushthread(co);
  lua_xmove(co, L, 1);
  bool found = lua_rawget(L, -2) == LUA_TSTRING;
  lua_remove(L, -2);
  if (!found) lua_pop(L, 1);
  return found;
}

static int coroutine_body(lua_State *L) { return shims_body(L, note_failure); }

// MARK: - Resuming

// A task, and the main thread, belong to their scheduler: no recipe resumes or closes one.
static const char *status_of(lua_State *L, lua_State *co) {
  if (L == co) return "running";
  if (has_mark(co, THREAD_WAITS) || co == vm_of(L)->L) return "normal";
  lua_Debug ar;
  bool owned = has_mark(co, THREAD_IS_TASK);
  switch (lua_status(co)) {
    case LUA_YIELD: return owned ? "normal" : "suspended";
    case LUA_OK:
      if (lua_getstack(co, 0, &ar)) return "normal";
      return lua_gettop(co) == 0 ? "dead" : owned ? "normal" : "suspended";
    default: return "dead";
  }
}

static int resume_continues(lua_State *L, int status, lua_KContext base);
static int wrap_continues(lua_State *L, int status, lua_KContext base);
static int close_continues(lua_State *L, int status, lua_KContext base);

// The top `count` values of `L` are what the coroutine yielded or returned.
static int succeed(lua_State *L, int count, enum how how) {
  if (how == BY_CLOSE) {
    lua_pushboolean(L, 1);
    return 1;
  }
  if (how == BY_WRAP) return count;
  lua_pushboolean(L, 1);
  lua_insert(L, -(count + 1));
  return count + 1;
}

// The error is at the top of `L`; `status` is that of the coroutine.
static int fail(lua_State *L, int status, enum how how) {
  bool clean = how == BY_CLOSE && lua_isnil(L, -1);  // nothing went wrong: nil is the order to unwind
  if (cl_unwinding(vm_of(L))) return lua_error(L);
  if (clean) return succeed(L, 0, BY_CLOSE);
  if (how != BY_WRAP) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int refuse(lua_State *L, const char *problem, enum how how) {
  lua_pushstring(L, problem);
  return fail(L, LUA_ERRRUN, how);
}

// The top of `co` is an error: its own, which has unwound it, or that of a resume which did not happen.
static int take_error(lua_State *L, lua_State *co, int status, enum how how) {
  bool died = lua_status(co) != LUA_OK && lua_status(co) != LUA_YIELD;
  if (died && how != BY_RESUME) lua_resetthread(co);  // gives its memory back; nothing is left to close
  MARKS_OF(co) &= ~(uintptr_t)THREAD_CLOSING;
  lua_xmove(co, L, 1);
  return fail(L, status, how);
}

static int pass_wait_on(lua_State *L, lua_State *co, enum how how) {
  static const lua_KFunction continues[] = {resume_continues, wrap_continues, close_continues};
  lua_pop(co, 1);
  MARKS_OF(co) |= THREAD_WAITS;
  int base = lua_gettop(L);
  lua_pushlightuserdata(L, &shims_wait_tag);
  return lua_yieldk(L, 1, base, continues[how]);
}

// Runs `co` with the top `arguments` values of `L` until it ends, fails, or yields to its resumer.
static int run(lua_State *L, lua_State *co, int arguments, enum how how) {
  cl_vm *vm = vm_of(L);
  luaL_checkstack(L, 4, NULL);  // now, because after the resume an error would forget what `co` waits for
  if (arguments && !lua_checkstack(co, arguments + 1)) return refuse(L, "too many arguments to resume", how);
  lua_xmove(L, co, arguments);
  if (lua_status(co) == LUA_OK) arguments++;  // it starts: the recipe's function is an argument of coroutine_body
  // Where this resume cannot be suspended, nothing above it may wait.
  lua_State *outer = vm->blocker;
  if (!lua_isyieldable(L)) vm->blocker = L;
  int count = 0;
  int status = lua_resume(co, L, arguments, &count);
  vm->blocker = outer;
  if (status != LUA_OK && status != LUA_YIELD) return take_error(L, co, status, how);
  if (status == LUA_YIELD && count == 1 && lua_touserdata(co, -1) == &shims_wait_tag) {
    return pass_wait_on(L, co, how);
  }
  if (!lua_checkstack(L, count + 1)) {
    lua_pop(co, count);
    return refuse(L, "too many results to resume", how);
  }
  lua_xmove(co, L, count);
  return succeed(L, count, how);
}

// The scheduler resumed the chain: hand its values down to the coroutine that waits.
static int continue_down(lua_State *L, lua_State *co, int base, enum how how) {
  MARKS_OF(co) &= ~(uintptr_t)THREAD_WAITS;
  return run(L, co, lua_gettop(L) - base, how);
}

static int resume_continues(lua_State *L, int status, lua_KContext base) {
  (void)status;
  return continue_down(L, lua_tothread(L, 1), (int)base, BY_RESUME);
}

static int wrap_continues(lua_State *L, int status, lua_KContext base) {
  (void)status;
  return continue_down(L, lua_tothread(L, lua_upvalueindex(1)), (int)base, BY_WRAP);
}

static int close_continues(lua_State *L, int status, lua_KContext base) {
  (void)status;
  return continue_down(L, lua_tothread(L, 1), (int)base, BY_CLOSE);
}

static int start(lua_State *L, lua_State *co, int arguments, enum how how) {
  const char *status = status_of(L, co);
  if (strcmp(status, "suspended") == 0) return run(L, co, arguments, how);
  bool dead = strcmp(status, "dead") == 0;
  return refuse(L, dead ? "cannot resume dead coroutine" : "cannot resume non-suspended coroutine", how);
}

// MARK: - The functions

static lua_State *check_coroutine(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co, 1, "coroutine");
  return co;
}

static int co_resume(lua_State *L) {
  lua_State *co = check_coroutine(L);
  return start(L, co, lua_gettop(L) - 1, BY_RESUME);
}

static int call_wrapped(lua_State *L) {
  return start(L, lua_tothread(L, lua_upvalueindex(1)), lua_gettop(L), BY_WRAP);
}

static int co_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  lua_pushcfunction(co, coroutine_body);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int co_wrap(lua_State *L) {
  co_create(L);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

static int yield_continues(lua_State *L, int status, lua_KContext context) {
  (void)status, (void)context;
  if (!has_mark(L, THREAD_CLOSING)) return lua_gettop(L);
  lua_pushnil(L);  // what `__close` gets to see as its error
  return lua_error(L);
}

static int co_yield(lua_State *L) {
  if (has_mark(L, THREAD_IS_TASK)) return luaL_error(L, "attempt to yield from outside a coroutine");
  if (has_mark(L, THREAD_CLOSING)) return luaL_error(L, "attempt to yield from a coroutine that is being closed");
  return lua_yieldk(L, lua_gettop(L), 0, yield_continues);
}

static int co_status(lua_State *L) {
  lua_pushstring(L, status_of(L, check_coroutine(L)));
  return 1;
}

static int co_isyieldable(lua_State *L) {
  lua_State *co = lua_isnone(L, 1) ? L : check_coroutine(L);
  lua_pushboolean(L, lua_isyieldable(co) && !has_mark(co, THREAD_IS_TASK | THREAD_CLOSING));
  return 1;
}

static int co_running(lua_State *L) {
  bool main = lua_pushthread(L) || has_mark(L, THREAD_IS_TASK);
  lua_pushboolean(L, main);
  return 2;
}

static int co_close(lua_State *L) {
  lua_State *co = check_coroutine(L);
  const char *status = status_of(L, co);
  lua_settop(L, 1);
  if (lua_status(co) == LUA_YIELD && strcmp(status, "suspended") == 0) {
    MARKS_OF(co) |= THREAD_CLOSING;
    return run(L, co, 0, BY_CLOSE);
  }
  if (strcmp(status, "suspended") != 0 && strcmp(status, "dead") != 0) {
    return luaL_error(L, "cannot close a %s coroutine", status);
  }
  // It never started, or it is unwound: there is nothing to close.
  if (lua_resetthread(co) == LUA_OK) return succeed(L, 0, BY_CLOSE);
  lua_xmove(co, L, 1);
  return fail(L, LUA_ERRRUN, BY_RESUME);
}

bool shims_passes_waits(lua_CFunction function) {
  return function == coroutine_body || function == co_resume || function == call_wrapped || function == co_close ||
         function == shims_pcall || function == shims_xpcall;
}

void shims_open_coroutine(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"create", co_create}, {"resume", co_resume},           {"wrap", co_wrap},
      {"yield", co_yield},   {"status", co_status},           {"isyieldable", co_isyieldable},
      {"close", co_close},   {"running", co_running},         {NULL, NULL},
  };
  luaL_newlib(L, functions);
  shims_add_library(L, LUA_COLIBNAME);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_setfield(L, LUA_REGISTRYINDEX, traces_key);
}
