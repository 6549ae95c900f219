// The callbacks of libcurl: copy bytes, count them, refuse what is not allowed.
#include "exchange.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/// A streamed exchange pauses when this much waits to be taken: large enough for fast disks, small in memory.
#define PART_SIZE ((size_t)256 * 1024)
/// A header that is larger than this is no API's.
#define HEADER_LIMIT ((size_t)256 * 1024)

/// The body of an error is read whole, also when a good answer would have been streamed.
static void decide_on_streaming(ccs_exchange *x) {
  long status = ccs_exchange_status(x);
  if (status < 200 || status >= 300) x->streamed = false;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
  ccs_exchange *x = context;
  size_t length = size * count;
  if (x->streamed) decide_on_streaming(x);
  if (x->streamed && x->body.length + length > PART_SIZE && x->body.length > 0) {
    x->paused = true;
    return CURL_WRITEFUNC_PAUSE;  // libcurl keeps these bytes and hands them over again
  }
  if (!x->streamed && length > x->response_limit - x->body.length) {
    x->too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  if (!x->streamed && length > x->room->limit - x->room->used) {
    x->crowded = true;
    return CURL_WRITEFUNC_ERROR;
  }
  if (!buffer_append(&x->body, bytes, length)) return CURL_WRITEFUNC_ERROR;
  x->received += length;
  if (!x->streamed) {
    x->taken += length;
    x->room->used += length;
  }
  return length;
}

static size_t on_header(char *bytes, size_t size, size_t count, void *context) {
  ccs_exchange *x = context;
  size_t length = size * count;
  x->received += length;
  // A status line opens a new block: what stood before it belonged to a `100 Continue` or a proxy.
  if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) {
    x->headers.length = 0;
    x->header_is_whole = false;
    return length;
  }
  if (bytes[0] == '\r' || bytes[0] == '\n') x->header_is_whole = true;
  if (x->headers.length + length > HEADER_LIMIT) {
    x->too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  return buffer_append(&x->headers, bytes, length) ? length : CURL_WRITEFUNC_ERROR;
}

/// Whether a connection to this part of the network is allowed; notes it when it is not.
static bool may_reach(ccs_exchange *x, ccs_network network) {
  // A proxy is where its owner says that it is, and decides itself what may be reached behind it.
  if (x->is_proxied || network == CCS_INTERNET || x->networks & network) return true;
  x->refused_network = network;
  return false;
}

static curl_socket_t on_open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  ccs_exchange *x = context;
  // The address itself is looked at, not the name: a name may mean another address each time.
  if (!may_reach(x, address_network(address->family, &address->addr))) return CURL_SOCKET_BAD;
#ifdef SOCK_CLOEXEC
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
  return socket(address->family, address->socktype, address->protocol);
#endif
}

/// Before each request, also on a connection that an earlier one opened, which may have been allowed more.
static int on_request(void *context, char *address, char *own, int port, int own_port) {
  (void)own, (void)port, (void)own_port;
  ccs_exchange *x = context;
  ccs_network network = CCS_NOWHERE;
  ccs_address_network(address ? address : "", &network);
  if (!may_reach(x, network)) return CURL_PREREQFUNC_ABORT;
  x->has_begun = true;
  return CURL_PREREQFUNC_OK;
}

bool exchange_set_constant_options(ccs_exchange *x, const char *user_agent, const char *certificates) {
  CURL *easy = x->easy;
  int failures = 0;
#define SET(option, value) failures += libcurl.easy_setopt(easy, option, value) != CURLE_OK
  SET(CURLOPT_WRITEFUNCTION, on_body);
  SET(CURLOPT_WRITEDATA, x);
  SET(CURLOPT_HEADERFUNCTION, on_header);
  SET(CURLOPT_HEADERDATA, x);
  SET(CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
  SET(CURLOPT_OPENSOCKETDATA, x);
  SET(CURLOPT_PREREQFUNCTION, on_request);
  SET(CURLOPT_PREREQDATA, x);
  SET(CURLOPT_ERRORBUFFER, x->error);
  SET(CURLOPT_USERAGENT, user_agent);
  SET(CURLOPT_NOSIGNAL, 1L);  // no SIGALRM, no signal mask games for each call
  SET(CURLOPT_NOPROGRESS, 1L);
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);  // older ones are broken (RFC 8996)
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  if (certificates) {
    SET(CURLOPT_CAINFO, certificates);
    SET(CURLOPT_CAPATH, NULL);
  }
  SET(CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);  // a proxy gets none of the server's fields
  SET(CURLOPT_NOPROXY, "");  // which proxy is used, if any, each request says
  SET(CURLOPT_TCP_NODELAY, 1L);
  SET(CURLOPT_TCP_KEEPALIVE, 1L);
  SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  // Only what is unpacked in little memory: a frame of zstd may ask for 128 MiB.
  SET(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  SET(CURLOPT_PATH_AS_IS, 1L);
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
  SET(CURLOPT_PIPEWAIT, 0L);
#undef SET
  return failures == 0;
}
