#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

#include "include/CSystemShims.h"

extern char **environ;

void csys_forget_variable(const char *name) {
  size_t length = strlen(name);
  for (char **entry = environ; *entry; entry++) {
    if (strncmp(*entry, name, length) != 0 || (*entry)[length] != '=') continue;
    // The strings of the start stay where the kernel put them, and /proc shows that place for as long as the process lives.
    volatile char *value = *entry + length + 1;
    while (*value) *value++ = 0;
  }
  unsetenv(name);
}
