// Many exchanges at once, and the wait for them together with other descriptors.
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "exchange.h"

// Idle and busy connections that are kept open for reuse.
enum { KEPT_CONNECTIONS = 256 };

CURLM *ccs_multi_new(void) {
  CURLM *multi = libcurl.multi_init();
  if (multi) libcurl.multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)KEPT_CONNECTIONS);
  return multi;
}

void ccs_multi_free(CURLM *multi) {
  if (multi) libcurl.multi_cleanup(multi);
}

bool ccs_multi_add(CURLM *multi, CURL *easy) { return libcurl.multi_add_handle(multi, easy) == CURLM_OK; }

void ccs_multi_remove(CURLM *multi, CURL *easy) { libcurl.multi_remove_handle(multi, easy); }

int ccs_multi_perform(CURLM *multi) {
  int running = 0;
  libcurl.multi_perform(multi, &running);
  return running;
}

CURL *ccs_multi_next_ended(CURLM *multi, CURLcode *code) {
  int left = 0;
  for (CURLMsg *message; (message = libcurl.multi_info_read(multi, &left));) {
    if (message->msg != CURLMSG_DONE) continue;
    // The message dies with the handle's removal: its code is read first.
    CURL *easy = message->easy_handle;
    *code = message->data.result;
    libcurl.multi_remove_handle(multi, easy);
    return easy;
  }
  return NULL;
}

// Before the first request there is no multi handle; then the system's own call waits. Both take the same structure.
static int plain_poll(struct curl_waitfd *fds, unsigned count, int timeout) {
  _Static_assert(sizeof(struct curl_waitfd) == sizeof(struct pollfd), "the same fields");
  _Static_assert(CURL_WAIT_POLLIN == POLLIN && CURL_WAIT_POLLOUT == POLLOUT, "the same bits");
  struct pollfd *polled = (struct pollfd *)fds;
  int events = poll(polled, count, timeout);
  // One that has hung up is readable: reading tells.
  for (unsigned i = 0; i < count && events > 0; i++) {
    if (polled[i].revents & (POLLHUP | POLLERR)) polled[i].revents |= polled[i].events;
  }
  return events;
}

bool ccs_poll(CURLM *multi, struct curl_waitfd *fds, unsigned count, int timeout) {
  int events = 0;
  if (multi) libcurl.multi_poll(multi, fds, count, timeout, &events);
  else events = plain_poll(fds, count, timeout);
  return events > 0;
}

struct curl_slist *ccs_lines_add(struct curl_slist *first, const char *line) {
  struct curl_slist *node = malloc(sizeof *node);
  char *copy = strdup(line);
  if (!node || !copy) {
    free(node);
    free(copy);
    return NULL;
  }
  *node = (struct curl_slist){.data = copy, .next = first};
  return node;
}

void ccs_lines_free(struct curl_slist *first) {
  while (first) {
    struct curl_slist *next = first->next;
    free(first->data);
    free(first);
    first = next;
  }
}
