#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#include "CCurlShims.h"

// The name of the interface that the headers describe: it has not changed since 2006.
#ifdef __APPLE__
#define LIBRARY "libcurl.4.dylib"
#else
#define LIBRARY "libcurl.so.4"
#endif

curl_functions libcurl;
static char problem[256];

static bool find(void *library, const char *name, void *slot) {
  void *function = dlsym(library, name);
  if (!function) snprintf(problem, sizeof problem, "%s has no function %s", LIBRARY, name);
  *(void **)slot = function;
  return function != NULL;
}

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *reason = dlerror();
    snprintf(problem, sizeof problem, "libcurl cannot be loaded: %s", reason ? reason : LIBRARY);
    return;
  }
#define FIND(name) find(library, "curl_" #name, &libcurl.name)
  bool whole = FIND(global_init) && FIND(easy_init) && FIND(easy_cleanup) && FIND(easy_setopt) &&
               FIND(easy_getinfo) && FIND(easy_pause) && FIND(easy_strerror) && FIND(multi_init) &&
               FIND(multi_cleanup) && FIND(multi_setopt) && FIND(multi_add_handle) && FIND(multi_remove_handle) &&
               FIND(multi_perform) && FIND(multi_poll) && FIND(multi_info_read);
#undef FIND
  if (whole && libcurl.global_init(CURL_GLOBAL_ALL) != CURLE_OK) {
    snprintf(problem, sizeof problem, "libcurl cannot start");
  }
}

const char *ccs_library_problem(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return problem[0] ? problem : NULL;
}
