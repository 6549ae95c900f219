#define _GNU_SOURCE
#include "include/CSystemShims.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

// The child's descriptors from 0 on, negative for nowhere. It gets no other, also none that the embedding program forgot
// to mark close-on-exec.
static int arrange_descriptors(posix_spawn_file_actions_t *actions, const int *descriptors, int count) {
  int error = 0;
  for (int i = 0; i < count && !error; i++)
    error = descriptors[i] < 0
                ? posix_spawn_file_actions_addopen(actions, i, "/dev/null", O_RDWR, 0)
                : posix_spawn_file_actions_adddup2(actions, descriptors[i], i);
#ifdef __linux__
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, count);
#endif
  return error;
}

// Signals as at boot, in a group or session that the child leads.
static int arrange_signals(posix_spawnattr_t *attributes, short lead) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | lead;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
  if (!error) error = posix_spawnattr_setflags(attributes, flags);
  return error;
}

// More than any child is given.
#define MOST 8

static void close_copies(const int *descriptors, const int *copies, int count) {
  for (int i = 0; i < count; i++)
    if (copies[i] != descriptors[i]) close(copies[i]);
}

// A descriptor among the numbers that the child's get would be closed before it is copied: such ones are copied upwards
// first. A host may have been started without its three streams, and any free number is used again.
static int copy_upwards(const int *descriptors, int *copies, int count) {
  for (int i = 0; i < count; i++) {
    int low = descriptors[i] >= 0 && descriptors[i] < count;
    copies[i] = low ? fcntl(descriptors[i], F_DUPFD_CLOEXEC, MOST) : descriptors[i];
    if (!low || copies[i] >= 0) continue;
    int error = errno;
    close_copies(descriptors, copies, i);
    return error;
  }
  return 0;
}

static pid_t start(const char *path, char *const arguments[], char *const environment[],
                   const int *descriptors, int count, short lead) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t child = 0;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return -error;
  error = posix_spawnattr_init(&attributes);
  if (!error) {
    error = arrange_descriptors(&actions, descriptors, count);
    if (!error) error = arrange_signals(&attributes, lead);
    // The C library shares memory with the child until it executes, so this costs the same in a large host.
    if (!error) error = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return error ? -error : child;
}

static pid_t spawn(const char *path, char *const arguments[], char *const environment[],
                   const int *descriptors, int count, short lead) {
  int copies[MOST];
  int error = copy_upwards(descriptors, copies, count);
  if (error) return -error;
  pid_t child = start(path, arguments, environment, copies, count, lead);
  close_copies(descriptors, copies, count);
  return child;
}

pid_t csys_spawn(const char *path, int socket, int page) {
  char *arguments[] = {"prospect-worker", NULL}, *environment[] = {NULL};
  const int descriptors[] = {-1, -1, -1, socket, page};
  return spawn(path, arguments, environment, descriptors, 5, POSIX_SPAWN_SETPGROUP);
}

pid_t csys_spawn_command(const char *path, char *const arguments[], char *const environment[],
                         const int streams[3]) {
  return spawn(path, arguments, environment, streams, 3, POSIX_SPAWN_SETSID);
}
