// What is known about an exchange, and small functions around it.
#include <time.h>

#include "exchange.h"

double ccs_unix_time(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return 0;
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long long_fact(const ccs_exchange *x, CURLINFO info) {
  long value = 0;
  return libcurl.easy_getinfo(x->easy, info, &value) == CURLE_OK ? value : 0;
}

static curl_off_t size_fact(const ccs_exchange *x, CURLINFO info) {
  curl_off_t value = 0;
  return libcurl.easy_getinfo(x->easy, info, &value) == CURLE_OK ? value : 0;
}

long ccs_exchange_status(const ccs_exchange *x) { return long_fact(x, CURLINFO_RESPONSE_CODE); }

long ccs_exchange_request_bytes(const ccs_exchange *x) {
  // What a proxy was asked before is no part of the request.
  return x->has_begun ? long_fact(x, CURLINFO_REQUEST_SIZE) : 0;
}

uint64_t ccs_exchange_received_bytes(const ccs_exchange *x) { return x->received; }

uint64_t ccs_exchange_uploaded_bytes(const ccs_exchange *x) {
  curl_off_t size = size_fact(x, CURLINFO_SIZE_UPLOAD_T);
  return size > 0 ? (uint64_t)size : 0;
}

bool ccs_exchange_is_connected(const ccs_exchange *x) {
  return size_fact(x, CURLINFO_PRETRANSFER_TIME_T) > 0;
}

bool ccs_exchange_has_whole_header(const ccs_exchange *x) { return x->header_is_whole; }

bool ccs_exchange_is_streamed(const ccs_exchange *x) { return x->streamed; }

bool ccs_exchange_is_paused(const ccs_exchange *x) { return x->paused; }

bool ccs_exchange_is_too_large(const ccs_exchange *x) { return x->too_large; }
bool ccs_exchange_is_crowded_out(const ccs_exchange *x) { return x->crowded; }

ccs_network ccs_exchange_refused_network(const ccs_exchange *x) { return x->refused_network; }

const char *ccs_exchange_address(const ccs_exchange *x) {
  const char *address = NULL;
  CURLcode code = libcurl.easy_getinfo(x->easy, CURLINFO_PRIMARY_IP, &address);
  return code == CURLE_OK && address && address[0] ? address : NULL;
}

const char *ccs_exchange_error(const ccs_exchange *x, CURLcode code) {
  return x->error[0] ? x->error : libcurl.easy_strerror(code);
}
