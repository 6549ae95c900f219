// A mutex. Swift's own is a bare futex on Linux, which ThreadSanitizer cannot see through when threads contend for it.
#include <pthread.h>
#include <stdlib.h>

#include "CCurlShims.h"

struct ccs_lock {
  pthread_mutex_t mutex;
};

ccs_lock *ccs_lock_new(void) {
  ccs_lock *lock = malloc(sizeof *lock);
  if (lock && pthread_mutex_init(&lock->mutex, NULL) == 0) return lock;
  free(lock);
  return NULL;
}

void ccs_lock_free(ccs_lock *lock) {
  pthread_mutex_destroy(&lock->mutex);
  free(lock);
}

void ccs_lock_lock(ccs_lock *lock) { pthread_mutex_lock(&lock->mutex); }

void ccs_lock_unlock(ccs_lock *lock) { pthread_mutex_unlock(&lock->mutex); }
