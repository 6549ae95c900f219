// The variant of POSIX, which is hidden behind the one of GNU elsewhere.
#undef _GNU_SOURCE
#define _POSIX_C_SOURCE 200809L
#include <string.h>

#include "include/CSystemShims.h"

int csys_describe(int number, char *text, size_t capacity) {
  return strerror_r(number, text, capacity);
}
