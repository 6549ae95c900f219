// What libcurl's variadic interface keeps from Swift, and the exchange: one HTTP request with its answer.
//
// The callbacks of libcurl live here, in C: they only copy bytes into buffers that the exchange owns, so no Swift
// code runs inside libcurl and nothing that libcurl does can unwind through Swift.
#pragma once
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A number that is the same for every call in one thread and different in each living thread.
uintptr_t ccs_thread_identity(void);
/// Runs `body` on a new detached thread; at most 15 bytes of the name count. Returns false when the system has none left.
bool ccs_thread_start(
  const char *_Nonnull name, void (*_Nonnull body)(void *_Nonnull context), void *_Nonnull context);

/// A mutex.
typedef struct ccs_lock ccs_lock;
/// Returns NULL when memory is exhausted.
ccs_lock *_Nullable ccs_lock_new(void);
/// Nobody holds the lock or waits for it any more.
void ccs_lock_free(ccs_lock *_Nonnull lock);
void ccs_lock_lock(ccs_lock *_Nonnull lock);
void ccs_lock_unlock(ccs_lock *_Nonnull lock);

/// The wall clock in Unix seconds.
double ccs_unix_time(void);

/// Loads libcurl, once; NULL when that went well, else what went wrong. Nothing of libcurl may be used before.
const char *_Nullable ccs_library_problem(void);

/// A multi handle: it drives many exchanges at once. Returns NULL when memory or descriptors are exhausted.
CURLM *_Nullable ccs_multi_new(void);
void ccs_multi_free(CURLM *_Nullable multi);
bool ccs_multi_add(CURLM *_Nonnull multi, CURL *_Nonnull easy);
void ccs_multi_remove(CURLM *_Nonnull multi, CURL *_Nonnull easy);
/// Moves every exchange that can move; returns how many are still under way.
int ccs_multi_perform(CURLM *_Nonnull multi);
/// Takes out an exchange that has ended; NULL when there is none.
CURL *_Nullable ccs_multi_next_ended(CURLM *_Nonnull multi, CURLcode *_Nonnull code);

/// Waits for exchanges and descriptors, for at most `timeout` milliseconds. True when a descriptor has news.
bool ccs_poll(CURLM *_Nullable multi, struct curl_waitfd *_Nullable fds, unsigned count, int timeout);

/// Puts a header line in front of a list. Returns NULL when memory is exhausted; the list is unchanged then.
struct curl_slist *_Nullable ccs_lines_add(struct curl_slist *_Nullable first, const char *_Nonnull line);
void ccs_lines_free(struct curl_slist *_Nullable first);

/// A descriptor that one thread rings and another one watches.
typedef struct ccs_bell {
  int listen;
  int ring;
} ccs_bell;
/// Returns false when the system has no descriptor left.
bool ccs_bell_new(ccs_bell *_Nonnull bell);
void ccs_bell_free(ccs_bell bell);
/// Makes `listen` readable. From any thread.
void ccs_bell_ring(ccs_bell bell);
/// Makes `listen` unreadable until the next ring.
void ccs_bell_silence(ccs_bell bell);

/// Parts of the network, as bits.
typedef enum ccs_network {
  /// Addresses that anybody may have.
  CCS_INTERNET = 0,
  CCS_THIS_MACHINE = 1,
  /// Of a company, a household, a carrier.
  CCS_PRIVATE = 2,
  /// Of one cable, and where clouds tell machines about themselves.
  CCS_LINK_LOCAL = 4,
  /// Where no server is: multicast, documentation, reserved.
  CCS_NOWHERE = 8,
} ccs_network;

/// The part of the network of an address in text; false when it is no address.
bool ccs_address_network(const char *_Nonnull text, ccs_network *_Nonnull network);
/// Whether an address in text is in a block such as 10.0.0.0/8, or is that very address.
bool ccs_address_is_in(const char *_Nonnull text, const char *_Nonnull block);

/// Memory for the answers of many exchanges, which are all driven by one thread.
typedef struct ccs_room {
  size_t limit;
  size_t used;
} ccs_room;

/// One HTTP request and its answer. Reusable: `ccs_exchange_prepare` makes it ready for the next request.
/// Not thread-safe; between adding the easy handle to a multi handle and its removal only libcurl writes to it.
typedef struct ccs_exchange ccs_exchange;

/// `user_agent` is sent with every request. `certificates` names a file of certificates that are trusted instead of the
/// system's; NULL: the system's. `room` is kept for the life of the exchange. Returns NULL when memory is exhausted.
ccs_exchange *_Nullable ccs_exchange_new(
  const char *_Nonnull user_agent, const char *_Nullable certificates, ccs_room *_Nonnull room);
void ccs_exchange_free(ccs_exchange *_Nullable exchange);

/// The easy handle, for the functions of libcurl that Swift can call itself.
CURL *_Nonnull ccs_exchange_easy(const ccs_exchange *_Nonnull exchange);

/// What one request is made of. Nothing is kept of it but `headers`, which must live until the exchange ended.
typedef struct ccs_request {
  const char *_Nonnull method;
  const char *_Nonnull url;
  /// Header lines that many requests share.
  struct curl_slist *_Nullable headers;
  /// One more header line, of this request alone.
  const char *_Nullable extra_header;
  /// NULL: the request has no body.
  const uint8_t *_Nullable body;
  size_t body_length;
  /// Bytes of an answer's body above which the exchange fails.
  size_t response_limit;
  long connect_timeout_ms;
  /// 0: no limit.
  long timeout_ms;
  bool fresh_connection;
  /// The parts of the network, beside the internet, where the server may be. A name that means an address elsewhere
  /// fails.
  unsigned networks;
  /// The URL of the proxy, without user and password; NULL: straight to the server. What the environment says is not
  /// looked at.
  const char *_Nullable proxy;
  const char *_Nullable proxy_username;
  const char *_Nullable proxy_password;
  /// The body of a 2xx answer is taken in parts (`ccs_exchange_part_taken`); the exchange pauses when a large one waits.
  bool streamed;
} ccs_request;

/// Prepares the next request. Returns false when memory is exhausted.
bool ccs_exchange_prepare(ccs_exchange *_Nonnull exchange, const ccs_request *_Nonnull request);

/// Forgets an answer that nobody needs any more, and gives back the memory of a large one.
void ccs_exchange_forget(ccs_exchange *_Nonnull exchange);

/// The answer's body so far, or the part of a streamed one that was not taken yet.
const uint8_t *_Nullable ccs_exchange_body(const ccs_exchange *_Nonnull exchange, size_t *_Nonnull length);

/// The lines of the answer's header, each with its line end, without the status line.
const uint8_t *_Nullable ccs_exchange_headers(const ccs_exchange *_Nonnull exchange, size_t *_Nonnull length);

/// True when the body of the answer is taken in parts.
bool ccs_exchange_is_streamed(const ccs_exchange *_Nonnull exchange);
/// True when a streamed exchange waits until its part has been taken.
bool ccs_exchange_is_paused(const ccs_exchange *_Nonnull exchange);
/// Forgets the part that was taken, and lets a paused exchange go on.
void ccs_exchange_part_taken(ccs_exchange *_Nonnull exchange);

/// Facts about an exchange.
long ccs_exchange_status(const ccs_exchange *_Nonnull exchange);
/// Bytes of the request that were handed to the connection, header included. 0: the server cannot have seen it.
long ccs_exchange_request_bytes(const ccs_exchange *_Nonnull exchange);
/// Bytes of the answer that came, header included.
uint64_t ccs_exchange_received_bytes(const ccs_exchange *_Nonnull exchange);
/// Bytes of the request's body that were sent.
uint64_t ccs_exchange_uploaded_bytes(const ccs_exchange *_Nonnull exchange);
/// True when the header of the answer came to its end; libcurl takes one that was cut off for an answer without a body.
bool ccs_exchange_has_whole_header(const ccs_exchange *_Nonnull exchange);
/// True when a connection is there (also a reused one).
bool ccs_exchange_is_connected(const ccs_exchange *_Nonnull exchange);
/// True when the exchange failed because the answer is larger than `response_limit`.
bool ccs_exchange_is_too_large(const ccs_exchange *_Nonnull exchange);
/// True when the room was full.
bool ccs_exchange_is_crowded_out(const ccs_exchange *_Nonnull exchange);
/// The part of the network to which a connection was refused; `CCS_INTERNET` when none was.
ccs_network ccs_exchange_refused_network(const ccs_exchange *_Nonnull exchange);
/// The address that was really connected to, of the proxy where there is one; NULL when none was.
const char *_Nullable ccs_exchange_address(const ccs_exchange *_Nonnull exchange);
/// What libcurl says about a failure.
const char *_Nonnull ccs_exchange_error(const ccs_exchange *_Nonnull exchange, CURLcode code);
