// The life of an exchange: created once, prepared for each request, asked for facts afterwards.
#include "exchange.h"

#include <stdlib.h>
#include <string.h>

bool buffer_append(buffer *b, const void *bytes, size_t length) {
  if (length > b->capacity - b->length) {
    size_t capacity = b->capacity ? b->capacity : 1024;
    while (capacity - b->length < length) {
      if (capacity > SIZE_MAX / 2) return false;
      capacity *= 2;
    }
    uint8_t *grown = realloc(b->bytes, capacity);
    if (!grown) return false;
    b->bytes = grown;
    b->capacity = capacity;
  }
  if (length) memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
  return true;
}

/// Empties a buffer for the next exchange; memory that only a huge answer needed goes back.
static void buffer_reset(buffer *b) {
  b->length = 0;
  if (b->capacity <= (size_t)64 * 1024) return;
  free(b->bytes);
  b->bytes = NULL;
  b->capacity = 0;
}

static bool buffer_set(buffer *b, const void *bytes, size_t length) {
  buffer_reset(b);
  return buffer_append(b, bytes, length);
}

ccs_exchange *ccs_exchange_new(const char *user_agent, const char *certificates, ccs_room *room) {
  ccs_exchange *x = calloc(1, sizeof *x);
  if (!x) return NULL;
  x->room = room;
  x->easy = libcurl.easy_init();
  if (x->easy && exchange_set_constant_options(x, user_agent, certificates)) return x;
  ccs_exchange_free(x);
  return NULL;
}

void ccs_exchange_free(ccs_exchange *x) {
  if (!x) return;
  if (x->easy) libcurl.easy_cleanup(x->easy);
  x->room->used -= x->taken;
  free(x->body.bytes);
  free(x->headers.bytes);
  free(x->request_body.bytes);
  free(x->extra_header.bytes);
  free(x);
}

CURL *ccs_exchange_easy(const ccs_exchange *x) { return x->easy; }

void ccs_exchange_forget(ccs_exchange *x) {
  buffer_reset(&x->body);
  buffer_reset(&x->headers);
  x->room->used -= x->taken;
  x->received = x->taken = 0;
  x->header_is_whole = x->has_begun = x->too_large = x->crowded = x->paused = false;
  x->refused_network = CCS_INTERNET;
  x->error[0] = 0;
}

static int set_body(ccs_exchange *x, const ccs_request *r) {
  CURL *easy = x->easy;
  int failures = 0;
  if (!r->body) {
    failures += libcurl.easy_setopt(easy, CURLOPT_POSTFIELDS, NULL) != CURLE_OK;
    failures += libcurl.easy_setopt(easy, CURLOPT_HTTPGET, 1L) != CURLE_OK;
    // A POST without a body still says `Content-Length: 0`: servers and proxies ask for it.
    if (strcmp(r->method, "POST") != 0) return failures;
  }
  if (!buffer_set(&x->request_body, r->body, r->body_length)) return 1;
  failures += libcurl.easy_setopt(easy, CURLOPT_POST, 1L) != CURLE_OK;
  failures += libcurl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)r->body_length) != CURLE_OK;
  const char *bytes = x->request_body.bytes ? (const char *)x->request_body.bytes : "";
  failures += libcurl.easy_setopt(easy, CURLOPT_POSTFIELDS, bytes) != CURLE_OK;
  return failures;
}

static int set_headers(ccs_exchange *x, const ccs_request *r) {
  struct curl_slist *list = r->headers;
  if (r->extra_header) {
    if (!buffer_set(&x->extra_header, r->extra_header, strlen(r->extra_header) + 1)) return 1;
    x->extra_node.data = (char *)x->extra_header.bytes;
    x->extra_node.next = r->headers;
    list = &x->extra_node;
  }
  return libcurl.easy_setopt(x->easy, CURLOPT_HTTPHEADER, list) != CURLE_OK;
}

bool ccs_exchange_prepare(ccs_exchange *x, const ccs_request *r) {
  CURL *easy = x->easy;
  ccs_exchange_forget(x);
  x->response_limit = r->response_limit;
  x->networks = r->networks;
  x->is_proxied = r->proxy != NULL;
  x->streamed = r->streamed;
  int failures = set_body(x, r) + set_headers(x, r);
#define SET(option, value) failures += libcurl.easy_setopt(easy, option, value) != CURLE_OK
  SET(CURLOPT_CUSTOMREQUEST, r->method);
  SET(CURLOPT_URL, r->url);
  SET(CURLOPT_CONNECTTIMEOUT_MS, r->connect_timeout_ms);
  SET(CURLOPT_TIMEOUT_MS, r->timeout_ms);
  SET(CURLOPT_FRESH_CONNECT, r->fresh_connection ? 1L : 0L);
  // Without a proxy the empty text, or libcurl would look into the environment.
  SET(CURLOPT_PROXY, r->proxy ? r->proxy : "");
  SET(CURLOPT_PROXYUSERNAME, r->proxy_username);
  SET(CURLOPT_PROXYPASSWORD, r->proxy_password);
#undef SET
  return failures == 0;
}

const uint8_t *ccs_exchange_body(const ccs_exchange *x, size_t *length) {
  *length = x->body.length;
  return x->body.bytes;
}

const uint8_t *ccs_exchange_headers(const ccs_exchange *x, size_t *length) {
  *length = x->headers.length;
  return x->headers.bytes;
}

void ccs_exchange_part_taken(ccs_exchange *x) {
  x->body.length = 0;
  if (!x->paused) return;
  x->paused = false;
  libcurl.easy_pause(x->easy, CURLPAUSE_CONT);
}
