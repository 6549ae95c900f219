// A detached thread, without the differences between systems.
#define _GNU_SOURCE  // pthread_setname_np
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "CCurlShims.h"

uintptr_t ccs_thread_identity(void) {
  static _Thread_local char marker;
  return (uintptr_t)&marker;
}

typedef struct start {
  void (*body)(void *);
  void *context;
  char name[16];  // as much as Linux takes
} start;

static void *run(void *argument) {
  start s = *(start *)argument;
  free(argument);
#ifdef __APPLE__
  pthread_setname_np(s.name);
#else
  pthread_setname_np(pthread_self(), s.name);
#endif
  s.body(s.context);
  return NULL;
}

bool ccs_thread_start(const char *name, void (*body)(void *), void *context) {
  start *s = calloc(1, sizeof *s);
  if (!s) return false;
  s->body = body;
  s->context = context;
  strncpy(s->name, name, sizeof s->name - 1);
  pthread_t thread;
  if (pthread_create(&thread, NULL, run, s) != 0) {
    free(s);
    return false;
  }
  pthread_detach(thread);
  return true;
}
