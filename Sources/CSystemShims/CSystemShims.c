#define _GNU_SOURCE
#include "include/CSystemShims.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

extern char **environ;

bool csys_holds(const void *all, size_t length, const void *part, size_t part_length) {
  return memmem(all, length, part, part_length) != NULL;
}

char **csys_environment(void) { return environ; }

int csys_open_beneath(int folder, const char *path, int flags, mode_t mode) {
#ifdef __linux__
  struct open_how how = {
      .flags = (uint64_t)(flags | O_CLOEXEC),
      .mode = (flags & O_CREAT) ? mode : 0,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  long file = syscall(SYS_openat2, folder, path, &how, sizeof how);
#else
  // Darwin refuses symbolic links anywhere in the path; ".." and absolute paths the caller has refused.
  int file = openat(folder, path, flags | O_CLOEXEC | O_NOFOLLOW_ANY, mode);
#endif
  return file < 0 ? -errno : (int)file;
}

int csys_socket_pair(int pair[2]) {
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return -errno;
  for (int i = 0; i < 2; i++) fcntl(pair[i], F_SETFD, FD_CLOEXEC);
  if (fcntl(pair[0], F_SETFL, fcntl(pair[0], F_GETFL) | O_NONBLOCK) == 0) return 0;
  int reason = errno;
  for (int i = 0; i < 2; i++) close(pair[i]);
  return -reason;
}

ssize_t csys_send(int socket, const void *bytes, size_t count, int descriptor) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  if (descriptor >= 0) {
    memset(&control, 0, sizeof control);
    message.msg_control = &control;
    message.msg_controllen = sizeof control.space;
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(&control.header), &descriptor, sizeof descriptor);
  }
  ssize_t sent;
  do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent < 0 ? -errno : sent;
}

int csys_process_descriptor(pid_t child) {
#ifdef SYS_pidfd_open
  long descriptor = syscall(SYS_pidfd_open, child, 0);
  return descriptor < 0 ? -errno : (int)descriptor;
#else
  (void)child;
  return -ENOSYS;
#endif
}

pid_t csys_reap(pid_t child, int *status) {
  pid_t ended;
  do ended = waitpid(child, status, WNOHANG);
  while (ended < 0 && errno == EINTR);
  return ended < 0 ? -errno : ended;
}

int64_t csys_process_time(pid_t process) {
  clockid_t clock;
  struct timespec used;
  int error = clock_getcpuclockid(process, &clock);
  if (error != 0) return -error;
  if (clock_gettime(clock, &used) != 0) return -errno;
  return (int64_t)used.tv_sec * 1000000000 + used.tv_nsec;
}
