#define _GNU_SOURCE
#include "shims.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

int cl_control_file(size_t size) {
#ifdef __linux__
  int file = memfd_create("prospect-control", MFD_CLOEXEC | MFD_ALLOW_SEALING);
#else
  char name[] = "/tmp/prospect-control-XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
  if (file >= 0) fcntl(file, F_SETFD, FD_CLOEXEC);
#endif
  if (file >= 0 && ftruncate(file, (off_t)size) != 0) {
    close(file);
    return -1;
  }
#ifdef __linux__
  // A worker that made the file shorter would have the host die of SIGBUS.
  if (file >= 0) fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
#endif
  return file;
}

// Relaxed order is enough: each field is a message of its own, and none guards other memory.

uint32_t cl_control_interrupt(const cl_control *control) {
  return __atomic_load_n(&control->interrupt, __ATOMIC_RELAXED);
}

void cl_control_stop(cl_control *control, uint32_t reason) {
  uint32_t none = 0;
  __atomic_compare_exchange_n(&control->interrupt, &none, reason, false, __ATOMIC_RELAXED,
                              __ATOMIC_RELAXED);
}

void cl_control_clear(cl_control *control) {
  __atomic_store_n(&control->interrupt, 0, __ATOMIC_RELAXED);
}

uint32_t cl_control_line(const cl_control *control) {
  return __atomic_load_n(&control->line, __ATOMIC_RELAXED);
}

uint64_t cl_control_memory(const cl_control *control) {
  return __atomic_load_n(&control->memory, __ATOMIC_RELAXED);
}

void cl_control_source(const cl_control *control, char *out, size_t capacity) {
  char copy[sizeof control->source + 1];
  for (size_t i = 0; i < sizeof control->source / sizeof *control->source; i++) {
    uint64_t word = __atomic_load_n(&control->source[i], __ATOMIC_RELAXED);
    memcpy(copy + i * sizeof word, &word, sizeof word);
  }
  copy[sizeof control->source] = 0;
  if (capacity == 0) return;
  size_t length = strlen(copy);
  if (length > capacity - 1) length = capacity - 1;
  memcpy(out, copy, length);
  out[length] = 0;
}

// `source` has room for as many bytes as the page.
static void note_source(cl_control *control, const char *source) {
  for (size_t i = 0; i < sizeof control->source / sizeof *control->source; i++) {
    uint64_t word;
    memcpy(&word, source + i * sizeof word, sizeof word);
    __atomic_store_n(&control->source[i], word, __ATOMIC_RELAXED);
  }
}

uint64_t shims_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

// Runs every 1,000 instructions of Lua code; the only way to stop a recipe that never calls a binding.
void shims_hook(lua_State *L, lua_Debug *ar) {
  cl_vm *vm = vm_of(L);
  cl_control *control = vm->config.control;
  __atomic_store_n(&control->memory, vm->used, __ATOMIC_RELAXED);
  if (lua_getinfo(L, "Sl", ar) && ar->currentline > 0) {
    __atomic_store_n(&control->line, (uint32_t)ar->currentline, __ATOMIC_RELAXED);
    if (strncmp(ar->source, vm->last_source, sizeof vm->last_source - 1) != 0) {
      strncpy(vm->last_source, ar->source, sizeof vm->last_source - 1);
      note_source(control, vm->last_source);
    }
  }
  if (++vm->hooks == vm->config.instruction_limit) cl_control_stop(control, REASON_CPU_TIME);
  if (vm->config.time_limit_ms && shims_milliseconds() >= vm->end_ms) cl_control_stop(control, REASON_CPU_TIME);
  if (cl_unwinding(vm)) shims_interrupt(L);
}
