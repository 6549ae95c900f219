// What the C files of this target share.
#pragma once
#include "include/CLuaShims.h"

#include <CSimdJSON.h>
#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

// A Swift object in a userdata. It stands in memory of its own, because the collector frees the userdata at a moment
// when the object must not be released: its deinit may do anything, also call this VM.
typedef struct object_node {
  void *object;
  struct object_node *previous, *next;  // among those that Lua holds, or (next only) that it has collected
} object_node;

typedef struct {
  enum {
    ITEM_NIL, ITEM_NULL, ITEM_BOOLEAN, ITEM_INTEGER, ITEM_NUMBER, ITEM_BYTES, ITEM_JSON,
    ITEM_REFERENCE, ITEM_OBJECT, ITEM_FUNCTION, ITEM_TABLE, ITEM_SET,
  } kind;
  union {
    int64_t integer;
    double number;
    struct { size_t offset, length; } bytes;
    struct { object_node *node; int32_t metatable; } object;
  };
} batch_item;

typedef struct {
  uint8_t *bytes;
  size_t length, capacity;
} byte_buffer;

// ControlPage.Reason.cpuTime
enum { REASON_CPU_TIME = 3 };

struct cl_vm {
  lua_State *L;
  cl_config config;
  uint64_t keys[2];         // random; hide addresses
  size_t used;              // bytes of Lua and of the buffers below
  uint64_t allocations, fail_from;
  uint64_t hooks;           // how often the hook has run
  uint64_t end_ms;          // on the monotonic clock; see `time_limit_ms`
  bool collect_always, retry;

  batch_item *items;
  size_t item_count, item_capacity;
  byte_buffer text;         // bytes of the batch
  byte_buffer json;         // the last encoded document
  csj_parser *parser;
  size_t parser_size;       // bytes that `used` counts for the parser
  object_node *held;        // objects in userdata
  object_node *collected;   // objects to release when Lua does not run

  bool task_cancelled;
  lua_State *blocker;       // the nearest thread below whose resume cannot be suspended

  char last_source[sizeof(((cl_control *)0)->source)];  // chunk name in the control page
  byte_buffer traceback;
  char error_file[128];
  int error_line;
};

// Bits that mark a thread, kept beside the VM's address in the extra space of its lua_State.
// WAITS: a binding in it, or in a coroutine above it, waits for the host.
// CLOSING: coroutine.close unwinds it; no protected call that was open before may stop that.
enum { THREAD_IS_TASK = 1, THREAD_WAITS = 2, THREAD_CLOSING = 4, THREAD_MARKS = 7 };
#define MARKS_OF(L) (*(uintptr_t *)lua_getextraspace(L))

static inline cl_vm *vm_of(lua_State *L) { return (cl_vm *)(MARKS_OF(L) & ~(uintptr_t)THREAD_MARKS); }

// The one value that a binding yields; no recipe can get hold of it.
extern char shims_wait_tag;

// MARK: - Memory. All of it counts against the limit of the VM.

void *shims_allocate(void *ud, void *ptr, size_t osize, size_t nsize);
// Like realloc, for memory beside Lua's; NULL (and `ptr` as it was) when the limit is reached also after a collection.
void *shims_resize(cl_vm *vm, void *ptr, size_t old_size, size_t new_size);
void shims_release(cl_vm *vm, void *ptr, size_t size);
// Counts memory that something else allocates; false when the limit is reached also after a collection.
bool shims_charge(cl_vm *vm, size_t more);
// Makes room for `more` bytes plus the padding that the JSON parser wants.
bool buffer_reserve(cl_vm *vm, byte_buffer *buffer, size_t more);
enum { LARGE_BUFFER = 256 * 1024 };  // one that is larger is not kept for the next use
// Forgets the bytes; gives the memory back when it is much.
void buffer_reset(cl_vm *vm, byte_buffer *buffer);
void buffer_free(cl_vm *vm, byte_buffer *buffer);
// Raises Lua's own "not enough memory".
int shims_out_of_memory(lua_State *L);

// MARK: - Objects

// Hands an object to Lua, whose userdata holds it from now on.
void shims_hold(cl_vm *vm, object_node *node);
// Has an object released when Lua does not run. `held`: whether Lua holds it.
void shims_give_up(cl_vm *vm, object_node *node, bool held);
void shims_release_collected(cl_vm *vm);
// Gives up all that Lua still holds; after its end.
void shims_give_up_all(cl_vm *vm);

// MARK: - Calls

// Runs `body` under lua_pcall on the main thread with one light argument; results or error value stay on the stack.
int shims_protect(cl_vm *vm, lua_CFunction body, void *argument, int results);
void shims_forget_error(cl_vm *vm);
// The bottom of every coroutine: runs the function above it with its arguments in a protected call with this handler.
int shims_body(lua_State *L, lua_CFunction handler);
int shims_push_batch(lua_State *L, cl_vm *vm);
int shims_trampoline(lua_State *L);
int shims_interrupt(lua_State *L);
// Pushes "not enough memory" without making it.
void shims_push_memory_text(lua_State *L);
uint64_t shims_milliseconds(void);  // on the monotonic clock
void shims_hook(lua_State *L, lua_Debug *ar);
// Message handler: keeps traceback and place of the error in the VM.
int shims_note_error(lua_State *L);
bool shims_user_place(lua_State *L, int from, lua_Debug *ar);
int shims_call_body(lua_State *L);
int shims_message_handler(lua_State *L);  // of xpcall
int shims_read_pieces(lua_State *L);      // calls the reader of load
int shims_pcall(lua_State *L);
int shims_xpcall(lua_State *L);
// Whether a C function lets the waits of what it calls pass.
bool shims_passes_waits(lua_CFunction function);
// Pushes the traceback of a coroutine that ended with an error; false, and nothing, when there is none.
bool shims_push_trace_of(lua_State *L, lua_State *co);

// MARK: - Libraries

// Makes the table at the top a global and pops it; tracebacks then know its functions by name.
void shims_add_library(lua_State *L, const char *name);
void shims_open_base(lua_State *L);
void shims_open_text(lua_State *L);
void shims_open_coroutine(lua_State *L);
void shims_open_json(lua_State *L);
void shims_decode_json(lua_State *L, cl_vm *vm, const uint8_t *bytes, size_t length, size_t capacity);
int shims_encode_json(lua_State *L);   // lua_CFunction body: value at 1, pretty at 2
// Whether the value at `index` is a table whose metatable only says "encode me as an array".
bool shims_is_marked_array(lua_State *L, int index);
// Pushes tostring(value at index) that shows no address.
const char *shims_tostring(lua_State *L, int index, size_t *length);
// A number for the object at `index` that says nothing about its address.
uint64_t shims_identity(const cl_vm *vm, const void *address);
