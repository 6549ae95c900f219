// What Swift hands to Lua, kept until it can be pushed in one protected call.
#include "json.h"

enum {
  FEW_ITEMS = 16,
  MANY_ITEMS = 4096,  // a longer list is not kept for the next batch
};

static batch_item *add(cl_vm *vm, int kind) {
  if (vm->item_count == vm->item_capacity) {
    size_t capacity = vm->item_capacity ? vm->item_capacity * 2 : 16;
    size_t size = sizeof(batch_item);
    batch_item *grown = shims_resize(vm, vm->items, vm->item_capacity * size, capacity * size);
    if (!grown) return NULL;
    vm->items = grown;
    vm->item_capacity = capacity;
  }
  batch_item *item = &vm->items[vm->item_count++];
  item->kind = kind;
  return item;
}

static bool add_integer(cl_vm *vm, int kind, int64_t value) {
  batch_item *item = add(vm, kind);
  if (item) item->integer = value;
  return item != NULL;
}

static bool add_bytes(cl_vm *vm, int kind, const void *bytes, size_t length) {
  if (!buffer_reserve(vm, &vm->text, length)) return false;
  batch_item *item = add(vm, kind);
  if (!item) return false;
  item->bytes.offset = vm->text.length;
  item->bytes.length = length;
  if (length) memcpy(vm->text.bytes + vm->text.length, bytes, length);
  vm->text.length += length;
  return true;
}

bool cl_batch_nil(cl_vm *vm) { return add(vm, ITEM_NIL) != NULL; }
bool cl_batch_null(cl_vm *vm) { return add(vm, ITEM_NULL) != NULL; }
bool cl_batch_boolean(cl_vm *vm, bool value) { return add_integer(vm, ITEM_BOOLEAN, value); }
bool cl_batch_integer(cl_vm *vm, int64_t value) { return add_integer(vm, ITEM_INTEGER, value); }
bool cl_batch_reference(cl_vm *vm, int32_t ref) { return add_integer(vm, ITEM_REFERENCE, ref); }
bool cl_batch_table(cl_vm *vm, uint32_t fields) { return add_integer(vm, ITEM_TABLE, fields); }
bool cl_batch_function(cl_vm *vm, uint32_t index, bool unwinds) {
  return add_integer(vm, ITEM_FUNCTION, unwinds ? ~(int64_t)index : (int64_t)index);
}
bool cl_batch_set(cl_vm *vm) { return add(vm, ITEM_SET) != NULL; }

bool cl_batch_number(cl_vm *vm, double value) {
  batch_item *item = add(vm, ITEM_NUMBER);
  if (item) item->number = value;
  return item != NULL;
}

bool cl_batch_bytes(cl_vm *vm, const void *bytes, size_t length) {
  return add_bytes(vm, ITEM_BYTES, bytes, length);
}

bool cl_batch_json(cl_vm *vm, const void *bytes, size_t length) {
  return add_bytes(vm, ITEM_JSON, bytes, length);
}

bool cl_batch_object(cl_vm *vm, void *object, int32_t metatable) {
  object_node *node = shims_resize(vm, NULL, 0, sizeof *node);
  if (!node) {
    vm->config.release(object);
    return false;
  }
  *node = (object_node){object, NULL, NULL};
  batch_item *item = add(vm, ITEM_OBJECT);
  if (!item) {
    shims_give_up(vm, node, false);
    return false;
  }
  item->object.node = node;
  item->object.metatable = metatable;
  return true;
}

void cl_batch_clear(cl_vm *vm) {
  for (size_t i = 0; i < vm->item_count; i++) {
    batch_item *item = &vm->items[i];
    // An object whose userdata was made is owned by Lua now; its slot here is empty.
    if (item->kind == ITEM_OBJECT && item->object.node) shims_give_up(vm, item->object.node, false);
  }
  vm->item_count = 0;
  if (vm->text.length) buffer_reset(vm, &vm->text);
  if (vm->item_capacity <= MANY_ITEMS) return;
  shims_release(vm, vm->items, vm->item_capacity * sizeof *vm->items);
  vm->items = NULL;
  vm->item_capacity = 0;
}

static void push_object(lua_State *L, cl_vm *vm, batch_item *item) {
  object_node **slot = lua_newuserdatauv(L, sizeof *slot, 0);
  *slot = NULL;
  lua_rawgeti(L, LUA_REGISTRYINDEX, item->object.metatable);
  lua_setmetatable(L, -2);
  *slot = item->object.node;  // last: from here on Lua holds it
  shims_hold(vm, item->object.node);
  item->object.node = NULL;
}

static void push_function(lua_State *L, int64_t index) {
  lua_pushinteger(L, (lua_Integer)index);
  lua_pushcclosure(L, shims_trampoline, 1);
}

static void push_item(lua_State *L, cl_vm *vm, batch_item *item) {
  switch (item->kind) {
    case ITEM_NIL: lua_pushnil(L); break;
    case ITEM_NULL: json_push_null(L); break;
    case ITEM_BOOLEAN: lua_pushboolean(L, (int)item->integer); break;
    case ITEM_INTEGER: lua_pushinteger(L, (lua_Integer)item->integer); break;
    case ITEM_NUMBER: lua_pushnumber(L, item->number); break;
    case ITEM_BYTES:
      lua_pushlstring(L, (const char *)vm->text.bytes + item->bytes.offset, item->bytes.length);
      break;
    case ITEM_JSON:
      shims_decode_json(L, vm, vm->text.bytes + item->bytes.offset, item->bytes.length,
                        vm->text.capacity - item->bytes.offset);
      break;
    case ITEM_REFERENCE: lua_rawgeti(L, LUA_REGISTRYINDEX, (lua_Integer)item->integer); break;
    case ITEM_OBJECT: push_object(L, vm, item); break;
    case ITEM_FUNCTION: push_function(L, item->integer); break;
    case ITEM_TABLE: lua_createtable(L, 0, (int)item->integer); break;
    case ITEM_SET: lua_rawset(L, -3); break;
  }
}

// Pushes all values and returns how many; may raise. The batch stays, so that its owner clears it on every path.
int shims_push_batch(lua_State *L, cl_vm *vm) {
  int top = lua_gettop(L);
  luaL_checkstack(L, FEW_ITEMS + 4, NULL);
  for (size_t i = 0; i < vm->item_count; i++) {
    if (i >= FEW_ITEMS) luaL_checkstack(L, 4, "too many values");
    push_item(L, vm, &vm->items[i]);
  }
  return lua_gettop(L) - top;
}
