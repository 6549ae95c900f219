// Inside of an exchange; for the files of this target only.
#pragma once
#include "CCurlShims.h"
#include "library.h"

/// Bytes that grow; the memory stays for the next exchange.
typedef struct buffer {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
} buffer;

bool buffer_append(buffer *b, const void *bytes, size_t length);

struct ccs_exchange {
  CURL *easy;
  buffer body;
  buffer headers;
  buffer request_body;
  buffer extra_header;
  /// The head of the header list: this request's own line before the shared ones. Not owned by libcurl.
  struct curl_slist extra_node;
  size_t response_limit;
  uint64_t received;
  /// The empty line behind the header has come.
  bool header_is_whole;
  /// The parts of the network, beside the internet, where the server may be.
  unsigned networks;
  /// The one that a connection was refused to.
  ccs_network refused_network;
  /// The connection stands, also through a proxy, and the request goes out.
  bool has_begun;
  /// The connection goes to a proxy.
  bool is_proxied;
  bool too_large;
  /// What all answers together may take, and how much of it this one has.
  ccs_room *room;
  size_t taken;
  /// The room was full.
  bool crowded;
  bool streamed;
  bool paused;
  char error[CURL_ERROR_SIZE];
};

/// The part of the network of a socket address.
ccs_network address_network(int family, const void *address);

/// Sets the options that are the same for every request.
bool exchange_set_constant_options(ccs_exchange *x, const char *user_agent, const char *certificates);
