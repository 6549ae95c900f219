#include "shims.h"

#include <stdlib.h>
#ifdef __APPLE__
#include <sys/random.h>
#else
#include <unistd.h>
#endif

static const char *const reasons_key = "prospect.reasons";

// The host's reasons to stop, by number (ControlPage.Reason in Swift).
static const char *const reasons[] = {
    "the task was cancelled", "the run was interrupted",  "the wall-clock limit is used up",
    "the CPU limit is used up", "the output limit is used up", "the request limit is used up",
    "the host stopped the run",
};
enum { REASON_COUNT = sizeof reasons / sizeof *reasons };

// Messages that Lua makes at moments when nothing would catch an allocation that fails (lua_resume and
// lua_resetthread outside of any protected call). Kept alive, making them allocates nothing.
static const char *const needed_texts[] = {
    "error in error handling", "C stack overflow", "not enough memory",
};
enum { NEEDED_COUNT = sizeof needed_texts / sizeof *needed_texts };

bool cl_unwinding(const cl_vm *vm) {
  return vm->task_cancelled || cl_control_interrupt(vm->config.control) != 0;
}

static uint32_t reason_number(const cl_vm *vm) {
  uint32_t reason = cl_control_interrupt(vm->config.control);
  return reason < REASON_COUNT ? reason : REASON_COUNT - 1;
}

const char *cl_unwinding_reason(const cl_vm *vm) { return reasons[reason_number(vm)]; }

// The strings were made when the VM was: out of memory is one of the moments when they are needed.
int shims_interrupt(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, reasons_key);
  lua_rawgeti(L, -1, (lua_Integer)reason_number(vm_of(L)));
  return lua_error(L);
}

void shims_push_memory_text(lua_State *L) {
  lua_getfield(L, LUA_REGISTRYINDEX, reasons_key);
  lua_rawgeti(L, -1, REASON_COUNT + NEEDED_COUNT - 1);
  lua_remove(L, -2);
}

static void keep_texts(lua_State *L) {
  lua_newtable(L);
  for (int i = 0; i < REASON_COUNT; i++) {
    lua_pushstring(L, reasons[i]);
    lua_rawseti(L, -2, i);
  }
  for (int i = 0; i < NEEDED_COUNT; i++) {
    lua_pushstring(L, needed_texts[i]);
    lua_rawseti(L, -2, REASON_COUNT + i);
  }
  lua_setfield(L, LUA_REGISTRYINDEX, reasons_key);
}

static void open_library(lua_State *L, const char *name, lua_CFunction open) {
  luaL_requiref(L, name, open, 1);
  lua_pop(L, 1);
}

void shims_add_library(lua_State *L, const char *name) {
  lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, name);
  lua_pop(L, 1);
  lua_setglobal(L, name);
}

static int set_up(lua_State *L) {
  keep_texts(L);
  open_library(L, LUA_GNAME, luaopen_base);
  open_library(L, LUA_TABLIBNAME, luaopen_table);
  open_library(L, LUA_STRLIBNAME, luaopen_string);
  open_library(L, LUA_MATHLIBNAME, luaopen_math);
  open_library(L, LUA_UTF8LIBNAME, luaopen_utf8);
  shims_open_base(L);
  shims_open_text(L);
  shims_open_coroutine(L);
  shims_open_json(L);
  return 0;
}

cl_vm *cl_new(const cl_config *config) {
  cl_vm *vm = calloc(1, sizeof *vm);
  if (!vm) return NULL;
  vm->config = *config;
  vm->end_ms = shims_milliseconds() + config->time_limit_ms;
  vm->parser = csj_new(CSJ_DEPTH);
  vm->L = lua_newstate(shims_allocate, vm);
  if (!vm->L || !vm->parser || getentropy(vm->keys, sizeof vm->keys) != 0) {
    cl_free(vm);
    return NULL;
  }
  MARKS_OF(vm->L) = (uintptr_t)vm;
  // Before any coroutine exists: a thread inherits the hook of its creator and gets no other.
  lua_sethook(vm->L, shims_hook, LUA_MASKCOUNT, 1000);
  lua_pushcfunction(vm->L, set_up);
  if (lua_pcall(vm->L, 0, 0, 0) != LUA_OK) {
    cl_free(vm);
    return NULL;
  }
  return vm;
}

void cl_enter(cl_vm *vm) {
  if (vm->item_count) cl_batch_clear(vm);
  if (vm->json.capacity > LARGE_BUFFER) buffer_reset(vm, &vm->json);
  if (vm->collected) shims_release_collected(vm);
}

void cl_close(cl_vm *vm) {
  vm->fail_from = 0;
  vm->collect_always = false;
  lua_State *L = vm->L;
  vm->L = NULL;
  if (L) lua_close(L);
  cl_batch_clear(vm);
  shims_give_up_all(vm);
  shims_release_collected(vm);
  shims_release(vm, vm->items, vm->item_capacity * sizeof *vm->items);
  vm->items = NULL;
  vm->item_capacity = 0;
  buffer_free(vm, &vm->text);
  buffer_free(vm, &vm->json);
  buffer_free(vm, &vm->traceback);
  csj_free(vm->parser);
  vm->parser = NULL;
  vm->used -= vm->parser_size;
  vm->parser_size = 0;
}

void cl_free(cl_vm *vm) {
  cl_close(vm);
  free(vm);
}

void cl_set_context(cl_vm *vm, void *context) { vm->config.context = context; }
lua_State *cl_main(cl_vm *vm) { return vm->L; }
size_t cl_memory_used(const cl_vm *vm) { return vm->used; }
void cl_set_task_cancelled(cl_vm *vm, bool cancelled) { vm->task_cancelled = cancelled; }
bool cl_task_cancelled(const cl_vm *vm) { return vm->task_cancelled; }
void cl_fail_allocations_from(cl_vm *vm, uint64_t n) { vm->fail_from = n ? vm->allocations + n : 0; }
void cl_collect_at_every_allocation(cl_vm *vm, bool on) { vm->collect_always = on; }
uint64_t cl_allocations(const cl_vm *vm) { return vm->allocations; }
