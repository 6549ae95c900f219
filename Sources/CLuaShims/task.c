// Tasks: the coroutines that a scheduler in Swift resumes.
#include "shims.h"

typedef struct {
  int32_t reference;
  lua_State *task;
} task_argument;

static int task_body(lua_State *L) { return shims_body(L, shims_note_error); }

static int new_body(lua_State *L) {
  cl_vm *vm = vm_of(L);
  task_argument *argument = lua_touserdata(L, 1);
  lua_settop(L, 0);
  lua_State *task = lua_newthread(L);
  MARKS_OF(task) |= THREAD_IS_TASK;
  lua_pushcfunction(task, task_body);
  int count = shims_push_batch(L, vm);
  if (!lua_checkstack(task, count + 4)) return shims_out_of_memory(L);
  lua_xmove(L, task, count);
  argument->task = task;
  argument->reference = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int cl_task_new(cl_vm *vm, int32_t *reference, lua_State **task) {
  task_argument argument = {0, NULL};
  int status = shims_protect(vm, new_body, &argument, 0);
  *reference = argument.reference;
  *task = argument.task;
  return status;
}

static int outcome_body(lua_State *L) {
  bool *success = lua_touserdata(L, 1);
  lua_settop(L, 0);
  lua_pushboolean(L, *success);
  int count = shims_push_batch(L, vm_of(L));
  if (count == 0 && !*success) shims_out_of_memory(L);
  return count + 1;
}

// Leaves the outcome of a wait on the main stack. When the values cannot be made (memory, malformed JSON), that
// failure becomes the outcome: the binding that waits raises it.
static int push_outcome(cl_vm *vm, bool success) {
  int top = lua_gettop(vm->L);
  if (shims_protect(vm, outcome_body, &success, LUA_MULTRET) != LUA_OK) {
    lua_pushboolean(vm->L, 0);
    lua_insert(vm->L, -2);
  }
  return lua_gettop(vm->L) - top;
}

// Moves the outcome to the task. Without memory for that many values the failure is the outcome.
static int move_outcome(cl_vm *vm, lua_State *task, int count) {
  if (!lua_checkstack(task, count + 4)) {
    lua_pop(vm->L, count);
    lua_pushboolean(task, 0);  // a function that waits has a few free slots
    shims_push_memory_text(task);
    return 2;
  }
  lua_xmove(vm->L, task, count);
  return count;
}

static int resume(cl_vm *vm, lua_State *task, int arguments, int *results) {
  lua_State *outer = vm->blocker;
  vm->blocker = NULL;
  int status = lua_resume(task, vm->L, arguments, results);
  vm->blocker = outer;
  if (status == LUA_YIELD) {
    lua_pop(task, *results);  // the wait tag
  } else if (status != LUA_OK) {
    // It is unwound, and this only gives memory back; unless it could not be resumed, because the C stack is full.
    lua_xmove(task, vm->L, 1);
    lua_resetthread(task);
    lua_settop(task, 0);
    lua_xmove(vm->L, task, 1);
  }
  return status;
}

int cl_task_resume(cl_vm *vm, lua_State *task, bool first, bool raise, int *results) {
  int arguments = first ? lua_gettop(task) - 1 : move_outcome(vm, task, push_outcome(vm, !raise));
  shims_forget_error(vm);
  return resume(vm, task, arguments, results);
}

void cl_task_close(cl_vm *vm, lua_State *task) {
  int results = 0;
  if (lua_status(task) == LUA_YIELD) {
    bool cancelled = vm->task_cancelled;
    vm->task_cancelled = true;
    lua_pushboolean(task, 1);  // no value: the function that waits raises, because the task is cancelled
    resume(vm, task, 1, &results);
    vm->task_cancelled = cancelled;
  }
  lua_resetthread(task);  // for a task that never started
}
