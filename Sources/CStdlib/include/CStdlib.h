// The Lua files of stdlib/, embedded at build time.
#pragma once
#include <stddef.h>

/// One embedded file. `name` is its path below stdlib/, as in "parallel.lua" or "providers/spherescout.lua".
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
} cstdlib_file;

/// All embedded files; the list ends after `cstdlib_count` entries.
extern const cstdlib_file cstdlib_files[];
extern const size_t cstdlib_count;

/// The file with that name, or NULL. `name` need not be zero-terminated.
const cstdlib_file *_Nullable cstdlib_find(const char *_Nonnull name, size_t length);

/// The file at `index` of the list, or NULL behind its end. (Swift cannot see an array whose length it does not know.)
const cstdlib_file *_Nullable cstdlib_at(size_t index);
