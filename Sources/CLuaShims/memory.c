// The memory of one VM: Lua's own and that of the buffers beside it count against one limit.
#include "shims.h"

#include <stdlib.h>

static bool may_grow(cl_vm *vm, size_t more) {
  vm->allocations++;
  if (vm->fail_from && vm->allocations >= vm->fail_from) return false;
  return vm->used <= vm->config.memory_limit && more <= vm->config.memory_limit - vm->used;
}

void *shims_allocate(void *ud, void *ptr, size_t osize, size_t nsize) {
  cl_vm *vm = ud;
  if (!ptr) osize = 0;  // Lua passes the type of the new object here
  if (nsize == 0) {
    shims_release(vm, ptr, osize);
    return NULL;
  }
  if (nsize > osize) {
    if (!may_grow(vm, nsize - osize)) return NULL;
    // Lua answers a failed allocation with a full collection and one more try.
    if (vm->collect_always && (vm->retry = !vm->retry)) return NULL;
  }
  void *resized = realloc(ptr, nsize);
  if (!resized) {
    if (nsize > osize) return NULL;
    resized = ptr;  // Lua takes it for granted that a block can shrink; the old one will do
  }
  vm->used += nsize;
  vm->used -= osize;
  return resized;
}

void shims_release(cl_vm *vm, void *ptr, size_t size) {
  vm->used -= size;
  free(ptr);
}

static int collect_body(lua_State *L) {
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

void cl_collect(cl_vm *vm) {
  if (!lua_checkstack(vm->L, 4)) return;
  lua_pushcfunction(vm->L, collect_body);
  if (lua_pcall(vm->L, 0, 0, 0) != LUA_OK) lua_pop(vm->L, 1);
}

static bool may_grow_or_collect(cl_vm *vm, size_t more) {
  if (may_grow(vm, more)) return true;
  cl_collect(vm);  // as Lua does before it gives up
  return may_grow(vm, more);
}

void *shims_resize(cl_vm *vm, void *ptr, size_t old_size, size_t new_size) {
  if (!may_grow_or_collect(vm, new_size - old_size)) return NULL;
  void *resized = realloc(ptr, new_size);
  if (resized) vm->used += new_size - old_size;
  return resized;
}

bool shims_charge(cl_vm *vm, size_t more) {
  if (!may_grow_or_collect(vm, more)) return false;
  vm->used += more;
  return true;
}

bool buffer_reserve(cl_vm *vm, byte_buffer *buffer, size_t more) {
  size_t wanted = buffer->length + more + CSJ_PADDING;
  if (wanted < more) return false;
  if (wanted <= buffer->capacity) return true;
  size_t capacity = buffer->capacity ? buffer->capacity : 1024;
  while (capacity < wanted) {
    if (capacity > SIZE_MAX / 2) return false;
    capacity *= 2;
  }
  uint8_t *grown = shims_resize(vm, buffer->bytes, buffer->capacity, capacity);
  if (!grown) return false;
  buffer->bytes = grown;
  buffer->capacity = capacity;
  return true;
}

void buffer_reset(cl_vm *vm, byte_buffer *buffer) {
  buffer->length = 0;
  if (buffer->capacity > LARGE_BUFFER) buffer_free(vm, buffer);
}

void buffer_free(cl_vm *vm, byte_buffer *buffer) {
  shims_release(vm, buffer->bytes, buffer->capacity);
  *buffer = (byte_buffer){0};
}

// There is no function that raises LUA_ERRMEM, but asking for more than any limit does it.
int shims_out_of_memory(lua_State *L) {
  lua_newuserdatauv(L, SIZE_MAX / 4, 0);
  return luaL_error(L, "not enough memory");
}
