#include "json.h"

static const char null_tag;

bool cl_is_json_null(lua_State *L, int index) {
  return lua_islightuserdata(L, index) && lua_touserdata(L, index) == &null_tag;
}

void json_push_null(lua_State *L) { lua_pushlightuserdata(L, (void *)&null_tag); }

void json_mark_array(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_getfield(L, LUA_REGISTRYINDEX, json_array_key);
  lua_setmetatable(L, index);
}

// One document on simdjson's tape (CSimdJSON.h gives its format).
typedef struct {
  lua_State *L;
  cl_vm *vm;
  const uint64_t *words;
  const uint8_t *strings;
} tape;

static uint64_t payload(uint64_t word) { return word & 0x00FFFFFFFFFFFFFFu; }

static void push_text(const tape *t, uint64_t word) {
  const uint8_t *text = t->strings + payload(word);
  uint32_t length;
  memcpy(&length, text, sizeof length);
  lua_pushlstring(t->L, (const char *)text + sizeof length, length);
}

static size_t push_value(const tape *t, size_t at);

static size_t push_array(const tape *t, size_t at) {
  uint64_t word = payload(t->words[at]);
  size_t end = (size_t)(word & 0xFFFFFFFFu) - 1;
  lua_createtable(t->L, (int)(word >> 32), 0);
  if (at + 1 == end) json_mark_array(t->L, -1);  // or it would come back as an object
  lua_Integer index = 1;
  for (at++; at < end; index++) {
    at = push_value(t, at);
    lua_rawseti(t->L, -2, index);
  }
  return end + 1;
}

static size_t push_object(const tape *t, size_t at) {
  uint64_t word = payload(t->words[at]);
  size_t end = (size_t)(word & 0xFFFFFFFFu) - 1;
  lua_createtable(t->L, 0, (int)(word >> 32));
  for (at++; at < end;) {
    push_text(t, t->words[at]);
    at = push_value(t, at + 1);
    lua_rawset(t->L, -3);
  }
  return end + 1;
}

static void push_number(const tape *t, size_t at) {
  uint64_t bits = t->words[at + 1];
  double number;
  switch ((char)(t->words[at] >> 56)) {
    case 'l': lua_pushinteger(t->L, (lua_Integer)bits); break;
    case 'u': lua_pushnumber(t->L, (lua_Number)bits); break;
    default:
      memcpy(&number, &bits, sizeof number);
      lua_pushnumber(t->L, number);
  }
}

// Pushes the value at `at`; returns the index of the next one. The parser bounds the depth.
static size_t push_value(const tape *t, size_t at) {
  uint64_t word = t->words[at];
  luaL_checkstack(t->L, 3, "JSON is nested too deeply");
  switch ((char)(word >> 56)) {
    case '{': return push_object(t, at);
    case '[': return push_array(t, at);
    case '"': push_text(t, word); return at + 1;
    case 't': lua_pushboolean(t->L, 1); return at + 1;
    case 'f': lua_pushboolean(t->L, 0); return at + 1;
    case 'n': json_push_null(t->L); return at + 1;
    default: push_number(t, at); return at + 2;
  }
}

// A parser that has grown to more than this is not kept.
enum { LARGE_PARSER = 1024 * 1024 };

static void shrink_parser(cl_vm *vm) {
  if (vm->parser_size <= LARGE_PARSER) return;
  csj_shrink(vm->parser);
  vm->used -= vm->parser_size;
  vm->parser_size = 0;
}

void shims_decode_json(lua_State *L, cl_vm *vm, const uint8_t *bytes, size_t length, size_t capacity) {
  shrink_parser(vm);  // the last document may have ended with an error
  size_t size = csj_memory_for(length);
  if (size > vm->parser_size) {
    if (!shims_charge(vm, size - vm->parser_size)) shims_out_of_memory(L);
    vm->parser_size = size;
  }
  int code = csj_parse(vm->parser, (const char *)bytes, length, capacity);
  if (code) luaL_error(L, "malformed JSON: %s", csj_error(code));
  tape document = {L, vm, csj_tape(vm->parser), csj_strings(vm->parser)};
  push_value(&document, 1);
  shrink_parser(vm);
}
