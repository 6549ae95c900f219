// The only code of the project that lets Lua raise an error.
//
// Lua reports errors with longjmp, which must never cross a Swift frame: Swift would not run its clean-up, so
// references leak and invariants break (Lua manual §4.4 says which functions raise). So every function below that
// may raise runs its raising part under lua_pcall, and a Swift function that Lua calls returns a verdict to the
// trampoline, which raises or yields after the Swift frame is gone.
//
// Values travel from Swift to Lua as a *batch*: Swift describes any number of values, whole JSON documents included,
// in memory of the VM, and C pushes them all inside one protected call.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lua.h>

// MARK: - Control page

/// What host and machine share while the machine runs: plain memory, read and written atomically.
/// It may live in a page that two processes map.
typedef struct {
  uint32_t interrupt;   // host → machine: why to stop; 0 means go on
  uint32_t line;        // machine → host: the line that the hook last saw
  uint64_t memory;      // machine → host: bytes that the VM uses
  uint64_t source[16];  // machine → host: name of the chunk of that line, zero-terminated
} cl_control;

/// A nameless file of `size` zero bytes in memory, closed on exec; -1 when the system has none to give.
/// Its size is sealed, so that a process that maps it cannot take the page away from another.
int cl_control_file(size_t size);
uint32_t cl_control_interrupt(const cl_control *_Nonnull control);
/// Sets the reason to stop unless one is set already: the first reason is the true one.
void cl_control_stop(cl_control *_Nonnull control, uint32_t reason);
/// Takes the reason back; only for a session that goes on after a cancelled evaluation.
void cl_control_clear(cl_control *_Nonnull control);
uint32_t cl_control_line(const cl_control *_Nonnull control);
uint64_t cl_control_memory(const cl_control *_Nonnull control);
/// Copies the chunk name, at most `capacity - 1` bytes and a zero.
void cl_control_source(const cl_control *_Nonnull control, char *_Nonnull out, size_t capacity);

// MARK: - VM

typedef struct cl_vm cl_vm;

/// What a Swift function asks of the trampoline. CL_RAISE adds the place to the error, CL_PASS_ON does not: the error
/// comes from Lua and has one. CL_OUT_OF_MEMORY needs no value. CL_PUSHED + n: n results are on the stack already,
/// because pushing them could not raise.
enum {
  CL_RETURN = 0, CL_RAISE = 1, CL_WAIT = 2, CL_PASS_ON = 3, CL_OUT_OF_MEMORY = 4, CL_PUSHED = 16,
};

/// Runs Swift function number `index`; its arguments are on the stack of `L`. Returns one of the verdicts above;
/// for CL_RETURN, CL_RAISE and CL_PASS_ON the values are in the batch.
typedef int32_t (*cl_dispatch)(void *_Nonnull context, lua_State *_Nonnull L, uint32_t index);
/// Gives up the Swift object in a userdata. It may do anything: it is never called while Lua runs.
typedef void (*cl_release)(void *_Nonnull object);

typedef struct {
  size_t memory_limit;            // bytes
  uint64_t time_limit_ms;         // after its creation, when the VM stops itself; 0: never
  uint64_t instruction_limit;     // thousands of instructions after which the VM stops itself; 0: never
  uint64_t seed;                  // of math.random
  cl_control *_Nonnull control;   // must outlive the VM
  void *_Nonnull context;         // handed to dispatch
  cl_dispatch _Nonnull dispatch;
  cl_release _Nonnull release;
} cl_config;

/// Creates a VM with the confined libraries open. Returns NULL when memory does not suffice.
cl_vm *_Nullable cl_new(const cl_config *_Nonnull config);
/// Ends Lua and releases all objects; the VM remains as an empty shell that only `cl_free` may meet.
void cl_close(cl_vm *_Nonnull vm);
void cl_free(cl_vm *_Nonnull vm);
/// Replaces the context that the configuration gave.
void cl_set_context(cl_vm *_Nonnull vm, void *_Nonnull context);
lua_State *_Nonnull cl_main(cl_vm *_Nonnull vm);
/// What every entry from Swift does first: empties the batch and releases objects that Lua has collected.
void cl_enter(cl_vm *_Nonnull vm);
size_t cl_memory_used(const cl_vm *_Nonnull vm);
/// Makes bindings and the hook raise in the task that runs now (level-triggered cancellation of one task).
void cl_set_task_cancelled(cl_vm *_Nonnull vm, bool cancelled);
bool cl_task_cancelled(const cl_vm *_Nonnull vm);
/// Whether an error must unwind everything: the run is interrupted or the task cancelled.
bool cl_unwinding(const cl_vm *_Nonnull vm);
/// Why, in words; valid for ever.
const char *_Nonnull cl_unwinding_reason(const cl_vm *_Nonnull vm);
/// Tests only: fails every growing allocation from the `n`-th on (0: never).
void cl_fail_allocations_from(cl_vm *_Nonnull vm, uint64_t n);
/// Tests only: makes each growing allocation of Lua run a full collection first.
void cl_collect_at_every_allocation(cl_vm *_Nonnull vm, bool on);
/// Tests only: a full collection, finalizers included; the objects found are released by the next `cl_enter`.
void cl_collect(cl_vm *_Nonnull vm);
uint64_t cl_allocations(const cl_vm *_Nonnull vm);

// MARK: - Batch: values from Swift to Lua. Each returns false when memory is exhausted.

bool cl_batch_nil(cl_vm *_Nonnull vm);
bool cl_batch_null(cl_vm *_Nonnull vm);
bool cl_batch_boolean(cl_vm *_Nonnull vm, bool value);
bool cl_batch_integer(cl_vm *_Nonnull vm, int64_t value);
bool cl_batch_number(cl_vm *_Nonnull vm, double value);
bool cl_batch_bytes(cl_vm *_Nonnull vm, const void *_Nullable bytes, size_t length);
/// A JSON document, decoded straight into tables.
bool cl_batch_json(cl_vm *_Nonnull vm, const void *_Nullable bytes, size_t length);
bool cl_batch_reference(cl_vm *_Nonnull vm, int32_t reference);
/// A Swift object in a userdata of the registered type `metatable`. The batch owns `object` (+1) from now on, also
/// when this fails.
bool cl_batch_object(cl_vm *_Nonnull vm, void *_Nonnull object, int32_t metatable);
/// A Swift function; one that `unwinds` also runs while an error unwinds everything.
bool cl_batch_function(cl_vm *_Nonnull vm, uint32_t index, bool unwinds);
bool cl_batch_table(cl_vm *_Nonnull vm, uint32_t fields);
/// Pops value and key and stores them in the table below.
bool cl_batch_set(cl_vm *_Nonnull vm);
void cl_batch_clear(cl_vm *_Nonnull vm);

// MARK: - Protected calls. Each returns a Lua status; LUA_OK leaves its results on top of the stack of the main
// thread, any other status leaves the error value there.

/// Pushes the values of the batch.
int cl_push(cl_vm *_Nonnull vm);
/// Calls the first value of the batch with the others as arguments.
int cl_call(cl_vm *_Nonnull vm, int results);
/// Compiles text (never bytecode).
int cl_load(cl_vm *_Nonnull vm, const void *_Nullable bytes, size_t length, const char *_Nonnull name);
/// Reads a field of the table that is the batch's only value, metamethods included.
int cl_get(cl_vm *_Nonnull vm, const char *_Nonnull key, size_t length);
/// Batch: table, key, value.
int cl_set(cl_vm *_Nonnull vm);
/// Makes a userdata metatable; batch: table of methods. The result is its reference.
int cl_make_type(cl_vm *_Nonnull vm, const char *_Nonnull name, int32_t *_Nonnull reference);

/// Where the last failed protected call or task failed: traceback text and the first place in a recipe.
const char *_Nonnull cl_traceback(const cl_vm *_Nonnull vm);
const char *_Nonnull cl_error_file(const cl_vm *_Nonnull vm);
int cl_error_line(const cl_vm *_Nonnull vm);

// MARK: - References

/// Anchors the value at `index`; returns 0 when memory is exhausted. The stack is unchanged.
int32_t cl_anchor(cl_vm *_Nonnull vm, lua_State *_Nonnull L, int index);
void cl_release_anchor(cl_vm *_Nonnull vm, int32_t reference);

// MARK: - Reading values (none of these raises)

/// The object in the userdata at `index` when it is of the registered type `metatable`, else NULL.
void *_Nullable cl_object(lua_State *_Nonnull L, int index, int32_t metatable);
/// Encodes the value at `index` as canonical JSON. LUA_OK: the bytes are in `cl_json_bytes` until the next encoding.
/// Otherwise the error value is on top of the stack of `L`.
int cl_json_encode(cl_vm *_Nonnull vm, lua_State *_Nonnull L, int index);
const uint8_t *_Nullable cl_json_bytes(const cl_vm *_Nonnull vm, size_t *_Nonnull length);
bool cl_is_json_null(lua_State *_Nonnull L, int index);
/// Whether the running function may wait. If not, `place` says what stands in the way.
bool cl_can_wait(cl_vm *_Nonnull vm, lua_State *_Nonnull L, char *_Nullable place, size_t capacity);
/// The name of the binding that runs on `L`, as its caller calls it.
void cl_function_name(lua_State *_Nonnull L, char *_Nonnull name, size_t capacity);
const char *_Nonnull cl_type_name(lua_State *_Nonnull L, int index);
/// What to tell about an error value that is no string: the text in its field `message`, or its type.
/// At most `capacity - 1` bytes; returns how many.
size_t cl_describe(cl_vm *_Nonnull vm, lua_State *_Nonnull L, int index, char *_Nonnull out, size_t capacity);

// MARK: - Tasks

/// Makes a coroutine from the batch (function and arguments). LUA_OK: `reference` anchors it.
int cl_task_new(cl_vm *_Nonnull vm, int32_t *_Nonnull reference, lua_State *_Nullable *_Nonnull task);
/// Resumes a task. `first` resumes pass nothing; later ones deliver the batch as the results of the binding that
/// waits, or raise its single value there. Returns LUA_YIELD (waits), LUA_OK (`results` on the stack of the task)
/// or an error status (error value on top of the task's stack, unwound and ended).
int cl_task_resume(cl_vm *_Nonnull vm, lua_State *_Nonnull task, bool first, bool raise, int *_Nonnull results);
/// Cancels a task that is fresh or waits: it unwinds, its pending `<close>` variables run, and it ends.
void cl_task_close(cl_vm *_Nonnull vm, lua_State *_Nonnull task);

// MARK: - Macros of lua.h that Swift cannot import

static inline void cl_pop(lua_State *_Nonnull L, int n) { lua_settop(L, -n - 1); }
