// A descriptor that one thread rings and another one watches.
#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/eventfd.h>
#endif

#include "CCurlShims.h"

bool ccs_bell_new(ccs_bell *bell) {
#ifdef __linux__
  bell->listen = bell->ring = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return bell->listen >= 0;
#else
  int ends[2];
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  bell->listen = ends[0];
  bell->ring = ends[1];
  return true;
#endif
}

void ccs_bell_free(ccs_bell bell) {
  close(bell.listen);
  if (bell.ring != bell.listen) close(bell.ring);
}

void ccs_bell_ring(ccs_bell bell) {
  // Full means that it has rung already.
  uint64_t one = 1;
  ssize_t written = write(bell.ring, &one, sizeof one);
  (void)written;
}

void ccs_bell_silence(ccs_bell bell) {
  uint64_t count[8];
  while (read(bell.listen, count, sizeof count) == (ssize_t)sizeof count) {}
}
