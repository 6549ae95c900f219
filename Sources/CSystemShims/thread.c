#include "include/CSystemShims.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

int csys_start_thread(void *(*body)(void *), void *argument, int *clock) {
  pthread_attr_t attributes;
  int error = pthread_attr_init(&attributes);
  if (error) return -error;
  pthread_t thread;
  error = pthread_attr_setstacksize(&attributes, 8 << 20);
  if (!error) error = pthread_create(&thread, &attributes, body, argument);
  pthread_attr_destroy(&attributes);
  if (error) return -error;
  *clock = -1;
#ifdef __linux__
  // Before it is detached: until then the thread is known even if it has ended already.
  clockid_t used;
  if (pthread_getcpuclockid(thread, &used) == 0) *clock = used;
#endif
  pthread_detach(thread);
  return 0;
}

int64_t csys_clock(int clock) {
  struct timespec shown;
  if (clock_gettime((clockid_t)clock, &shown) != 0) return -errno;
  return (int64_t)shown.tv_sec * 1000000000 + shown.tv_nsec;
}
