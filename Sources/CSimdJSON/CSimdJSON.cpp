#include "include/CSimdJSON.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <new>
#include <string>

static_assert(simdjson::SIMDJSON_PADDING <= CSJ_PADDING, "callers promise too little padding");

struct csj_parser {
  simdjson::dom::parser dom;
  size_t max_depth;
};

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a run of digits that simdjson would read as an integer lies outside the 64 bits that it has for one.
bool is_too_long(const char *digits, size_t count, bool negative) {
  if (negative) return count > 19 || (count == 19 && std::memcmp(digits, "9223372036854775808", 19) > 0);
  return count > 20 || (count == 20 && std::memcmp(digits, "18446744073709551615", 20) > 0);
}

// simdjson refuses integers beyond 64 bits as malformed numbers. An exponent of zero behind each of them makes them
// doubles; anything else that is wrong stays wrong for the second parse.
std::string widened(const char *bytes, size_t length) {
  std::string out;
  out.reserve(length + 64);
  bool in_string = false;
  for (size_t i = 0; i < length;) {
    char c = bytes[i];
    if (!in_string && is_digit(c)) {
      size_t start = i;
      while (i < length && is_digit(bytes[i])) i++;
      out.append(bytes + start, i - start);
      char before = start > 0 ? bytes[start - 1] : ' ', behind = i < length ? bytes[i] : ' ';
      bool negative = before == '-';
      if (negative) before = start > 1 ? bytes[start - 2] : ' ';
      bool integer = !std::strchr(".+eE", before) && !std::strchr(".eE", behind);
      if (integer && is_too_long(bytes + start, i - start, negative)) out.append("e0");
      continue;
    }
    if (in_string && c == '\\' && i + 1 < length) out.push_back(bytes[i++]);
    else if (c == '"') in_string = !in_string;
    out.push_back(bytes[i++]);
  }
  return out;
}

// Room for documents of this length, and for somewhat longer ones, so that few of them need a larger parser.
size_t capacity_for(size_t length) {
  size_t capacity = 1024;
  while (capacity < length && capacity < (size_t(1) << 20)) capacity *= 2;
  return capacity >= length ? capacity : (length + 0xFFFF) & ~size_t(0xFFFF);
}

int parse(csj_parser *parser, const char *bytes, size_t length, bool copy) {
  if (length > parser->dom.capacity() || length > parser->dom.doc.capacity()) {
    size_t capacity = capacity_for(length);
    auto error = parser->dom.allocate(capacity, parser->max_depth);
    if (!error) error = parser->dom.doc.allocate(capacity);
    if (error) return error;
  }
  return parser->dom.parse(reinterpret_cast<const uint8_t *>(bytes), length, copy).error();
}

}  // namespace

csj_parser *csj_new(size_t max_depth) {
  auto *parser = new (std::nothrow) csj_parser();
  if (parser) parser->max_depth = max_depth;
  return parser;
}

void csj_free(csj_parser *parser) { delete parser; }

void csj_shrink(csj_parser *parser) { parser->dom = simdjson::dom::parser(); }

// Tape 8 bytes, unescaped strings 5/3, index of structure 4, and a copy of the document, for each of its bytes.
size_t csj_memory_for(size_t length) { return capacity_for(length) * 15; }

int csj_parse(csj_parser *parser, const char *bytes, size_t length, size_t capacity) {
  try {
    if (length >= 3 && std::memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {  // a byte order mark
      return csj_parse(parser, bytes + 3, length - 3, capacity < 3 ? 0 : capacity - 3);
    }
    if (length == 0) return simdjson::EMPTY;
    int error = parse(parser, bytes, length, capacity < length + CSJ_PADDING);
    if (error != simdjson::NUMBER_ERROR) return error;
    std::string wide = widened(bytes, length);
    return wide.size() == length ? error : parse(parser, wide.data(), wide.size(), true);
  } catch (const std::bad_alloc &) {
    return simdjson::MEMALLOC;
  }
}

size_t csj_write_double(double value, char *out) {
  if (value == 0) return std::signbit(value) ? (std::memcpy(out, "-0.0", 4), 4) : (std::memcpy(out, "0.0", 3), 3);
  double size = std::fabs(value);
  auto format = size >= 1e-5 && size < 1e16 ? std::chars_format::fixed : std::chars_format::scientific;
  char *end = std::to_chars(out, out + CSJ_DOUBLE, value, format).ptr;
  if (std::memchr(out, '.', size_t(end - out)) || std::memchr(out, 'e', size_t(end - out))) return size_t(end - out);
  *end++ = '.';  // a float stays a float
  *end++ = '0';
  return size_t(end - out);
}

bool csj_is_utf8(const char *bytes, size_t length) { return simdjson::validate_utf8(bytes, length); }

const uint64_t *csj_tape(const csj_parser *parser) { return parser->dom.doc.tape.get(); }
const uint8_t *csj_strings(const csj_parser *parser) { return parser->dom.doc.string_buf.get(); }

const char *csj_error(int code) {
  switch (code) {
    case simdjson::EMPTY: return "the document is empty";
    case simdjson::MEMALLOC: return "not enough memory";
    case simdjson::DEPTH_ERROR: return "nested too deeply";
    case simdjson::CAPACITY: return "the document is larger than 4 GiB";
    case simdjson::STRING_ERROR: return "a string holds a bad escape or a lone surrogate";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return "a word that is not true, false or null";
    case simdjson::NUMBER_ERROR: return "a malformed number, or one that is too large for a double";
    case simdjson::UTF8_ERROR: return "the text is not valid UTF-8";
    case simdjson::UNESCAPED_CHARS: return "a string holds an unescaped control character";
    case simdjson::UNCLOSED_STRING: return "a string is not closed";
    case simdjson::TAPE_ERROR: return "a comma, colon or bracket is missing or misplaced";
    default: return simdjson::error_message(static_cast<simdjson::error_code>(code));
  }
}
