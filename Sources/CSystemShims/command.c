#define _GNU_SOURCE
#include "include/CSystemShims.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>

// The descriptors of the child: its three streams, and nothing that the embedding program forgot to close.
static int arrange_streams(posix_spawn_file_actions_t *actions, const int streams[3]) {
  int error = 0;
  for (int stream = 0; stream <= 2 && !error; stream++)
    error = posix_spawn_file_actions_adddup2(actions, streams[stream], stream);
#ifdef __linux__
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
  return error;
}

static int arrange_session(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
  if (!error) error = posix_spawnattr_setflags(attributes, flags);
  return error;
}

pid_t csys_spawn_command(const char *path, char *const arguments[], char *const environment[],
                         const int streams[3]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t child = 0;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return -error;
  error = posix_spawnattr_init(&attributes);
  if (!error) {
    error = arrange_streams(&actions, streams);
    if (!error) error = arrange_session(&attributes);
    if (!error) error = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return error ? -error : child;
}
