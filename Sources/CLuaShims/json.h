// What encoding and decoding of JSON share.
#pragma once
#include "shims.h"

// Registry key of the metatable that says "encode me as an array" (only empty tables need it).
#define json_array_key "prospect.json.array"

void json_push_null(lua_State *L);  // allocates nothing
void json_mark_array(lua_State *L, int index);
