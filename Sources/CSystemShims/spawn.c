#define _GNU_SOURCE
#include "include/CSystemShims.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/resource.h>

// The descriptors of the child: nothing to read or write but the socket (3) and the control page (4).
static int arrange_descriptors(posix_spawn_file_actions_t *actions, int socket, int page) {
  int error = 0;
  for (int stream = 0; stream <= 2 && !error; stream++)
    error = posix_spawn_file_actions_addopen(actions, stream, "/dev/null", O_RDWR, 0);
  if (!error) error = posix_spawn_file_actions_adddup2(actions, socket, 3);
  if (!error) error = posix_spawn_file_actions_adddup2(actions, page, 4);
#ifdef __linux__
  // Descriptors that the embedding program forgot to mark close-on-exec.
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, 5);
#endif
  return error;
}

static int arrange_signals(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
  if (!error) error = posix_spawnattr_setpgroup(attributes, 0);
  if (!error) error = posix_spawnattr_setflags(attributes, flags);
  return error;
}

pid_t csys_spawn(const char *path, int socket, int page) {
  char *arguments[] = {"prospect-worker", NULL}, *environment[] = {NULL};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t child = 0;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return -error;
  error = posix_spawnattr_init(&attributes);
  if (!error) {
    error = arrange_descriptors(&actions, socket, page);
    if (!error) error = arrange_signals(&attributes);
    // The C library shares memory with the child until it executes, so this costs the same in a large host.
    if (!error) error = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  if (error) return -error;
#ifdef __linux__
  // A crash is reported by the host; a core file would only hold the customer's data.
  struct rlimit nothing = {0, 0};
  prlimit(child, RLIMIT_CORE, &nothing, NULL);
#endif
  return child;
}
