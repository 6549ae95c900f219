// Swift objects in userdata.
#include "shims.h"

void shims_hold(cl_vm *vm, object_node *node) {
  node->previous = NULL;
  node->next = vm->held;
  if (vm->held) vm->held->previous = node;
  vm->held = node;
}

void shims_give_up(cl_vm *vm, object_node *node, bool held) {
  if (held) {
    if (node->previous) node->previous->next = node->next;
    else vm->held = node->next;
    if (node->next) node->next->previous = node->previous;
  }
  node->next = vm->collected;
  vm->collected = node;
}

// Lua runs no finalizer when the C stack or the memory is full at that moment; the objects remain in the list.
void shims_give_up_all(cl_vm *vm) {
  while (vm->held) shims_give_up(vm, vm->held, true);
}

void shims_release_collected(cl_vm *vm) {
  while (vm->collected) {
    object_node *node = vm->collected;
    void *object = node->object;
    vm->collected = node->next;
    shims_release(vm, node, sizeof *node);
    vm->config.release(object);  // last: it may come back here
  }
}

// The finalizer of a userdata. The object itself is released when Lua does not run: here, amid a collection, it could
// call this VM and find it half-way through something.
static int collect_object(lua_State *L) {
  object_node **slot = lua_touserdata(L, 1);
  object_node *node = *slot;
  *slot = NULL;  // first: a second call finds nothing
  if (node) shims_give_up(vm_of(L), node, true);
  return 0;
}

typedef struct { const char *name; int32_t reference; } type_argument;

// Metatable at 2; methods at 1. A method that is named like a metamethod is one.
static void copy_metamethods(lua_State *L) {
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
    if (strncmp(key, "__", 2) != 0) continue;
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
  }
}

static int type_body(lua_State *L) {
  type_argument *type = lua_touserdata(L, 1);
  lua_settop(L, 0);
  shims_push_batch(L, vm_of(L));
  lua_newtable(L);
  lua_pushvalue(L, 1);
  lua_setfield(L, 2, "__index");
  copy_metamethods(L);
  lua_pushstring(L, type->name);
  lua_setfield(L, 2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, 2, "__metatable");
  lua_pushcfunction(L, collect_object);
  lua_setfield(L, 2, "__gc");
  type->reference = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int cl_make_type(cl_vm *vm, const char *name, int32_t *reference) {
  type_argument argument = {name, 0};
  int status = shims_protect(vm, type_body, &argument, 0);
  *reference = argument.reference;
  return status;
}

void *cl_object(lua_State *L, int index, int32_t metatable) {
  object_node **slot = lua_touserdata(L, index);
  if (!slot || lua_islightuserdata(L, index) || !lua_checkstack(L, 2)) return NULL;
  if (!lua_getmetatable(L, index)) return NULL;
  lua_rawgeti(L, LUA_REGISTRYINDEX, metatable);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same && *slot ? (*slot)->object : NULL;
}
