// A C interface to simdjson: bytes in, tape out.
//
// simdjson parses a document into a "tape", an array of 64-bit words in document order, and one buffer of
// unescaped strings. Handing out the tape instead of C++ objects lets C code build Lua tables from it (an error
// raised by Lua then never crosses a C++ frame) and lets Swift read it without a call per value.
//
// Tape format (simdjson doc/tape.md): the high byte of a word is its tag, the low 56 bits its payload.
//   'r' root            payload: index of the last word + 1 (word 0), 0 (last word)
//   '{' '['             payload: low 32 bits index one past the matching end, next 24 bits the count of members,
//                       saturated at 0xFFFFFF
//   '}' ']'             payload: index of the matching start
//   '"'                 payload: offset into the strings: 4-byte length (native order), the bytes, a zero byte
//   'l' 'u' 'd'         int64, uint64, double: the value is the next word
//   't' 'f' 'n'         true, false, null
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csj_parser csj_parser;

/// Bytes that must be readable (not meaningful) behind the document when `capacity` promises them to `csj_parse`.
#define CSJ_PADDING 64

/// How deep JSON may be nested everywhere in this project.
#define CSJ_DEPTH 128

/// Room that `csj_write_double` needs.
#define CSJ_DOUBLE 40

/// Creates a parser that accepts documents nested up to `max_depth`. Returns NULL when memory is exhausted.
csj_parser *_Nullable csj_new(size_t max_depth);
void csj_free(csj_parser *_Nullable parser);
/// Gives back the memory that the parser keeps for its next document.
void csj_shrink(csj_parser *_Nonnull parser);
/// About how many bytes a parser holds after a document of `length` bytes, until it is shrunk.
size_t csj_memory_for(size_t length);

/// Parses one JSON document. Returns 0, or an error code for `csj_error`.
/// When `capacity >= length + CSJ_PADDING` the bytes are parsed in place, otherwise they are copied first.
/// An integer beyond 64 bits becomes the nearest double, as JSON readers of most languages do; one beyond the range
/// of doubles is an error. A byte order mark is skipped.
int csj_parse(csj_parser *_Nonnull parser, const char *_Nullable bytes, size_t length, size_t capacity);

/// The tape and strings of the last successful parse; valid until the next parse or `csj_free`.
const uint64_t *_Nonnull csj_tape(const csj_parser *_Nonnull parser);
const uint8_t *_Nonnull csj_strings(const csj_parser *_Nonnull parser);

/// A sentence that says what is wrong, for an error code of `csj_parse`.
const char *_Nonnull csj_error(int code);

/// Writes the shortest text that reads back as the same finite double, with a point or an exponent; no zero byte.
/// Returns its length. Unlike printf it does not follow the locale.
size_t csj_write_double(double value, char *_Nonnull out);

/// Whether the bytes are text in UTF-8 (RFC 3629).
bool csj_is_utf8(const char *_Nullable bytes, size_t length);

#ifdef __cplusplus
}
#endif
