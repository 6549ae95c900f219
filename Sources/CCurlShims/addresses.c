// Which part of the network an address lies in, after IANA's registries of special-purpose addresses (RFC 6890).
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "exchange.h"

// A block of addresses by its first bytes.
typedef struct block {
  uint8_t first[4];
  int bits;
  ccs_network network;
} block;

static bool has_prefix(const uint8_t *address, const uint8_t *prefix, int bits) {
  int bytes = bits / 8, rest = bits % 8;
  if (memcmp(address, prefix, (size_t)bytes) != 0) return false;
  return rest == 0 || (address[bytes] ^ prefix[bytes]) >> (8 - rest) == 0;
}

static ccs_network network_in(const block *blocks, size_t count, const uint8_t *address) {
  for (size_t i = 0; i < count; i++) {
    if (has_prefix(address, blocks[i].first, blocks[i].bits)) return blocks[i].network;
  }
  return CCS_INTERNET;
}

static ccs_network network_v4(const uint8_t *address) {
  static const block blocks[] = {
    {{0}, 8, CCS_THIS_MACHINE},  // 0.0.0.0 reaches this machine too
    {{127}, 8, CCS_THIS_MACHINE},
    {{10}, 8, CCS_PRIVATE},
    {{100, 64}, 10, CCS_PRIVATE},  // shared by the customers of a carrier (RFC 6598)
    {{172, 16}, 12, CCS_PRIVATE},
    {{192, 168}, 16, CCS_PRIVATE},
    {{198, 18}, 15, CCS_PRIVATE},  // benchmarks (RFC 2544)
    {{169, 254}, 16, CCS_LINK_LOCAL},  // and what clouds tell their machines, credentials among it
    {{192, 0, 0}, 24, CCS_NOWHERE},
    {{192, 0, 2}, 24, CCS_NOWHERE},  // three blocks for documentation (RFC 5737)
    {{198, 51, 100}, 24, CCS_NOWHERE},
    {{203, 0, 113}, 24, CCS_NOWHERE},
    {{224}, 3, CCS_NOWHERE},  // multicast, reserved, broadcast
  };
  return network_in(blocks, sizeof blocks / sizeof *blocks, address);
}

static ccs_network network_v6(const uint8_t *address) {
  static const uint8_t unspecified[16] = {0}, loopback[16] = {[15] = 1};
  static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff}, compatible[12] = {0};
  static const uint8_t translated[12] = {0, 0x64, 0xff, 0x9b};
  if (memcmp(address, unspecified, 16) == 0 || memcmp(address, loopback, 16) == 0) return CCS_THIS_MACHINE;
  // An IPv4 address in the clothes of IPv6 (RFC 4291 §2.5.5, RFC 6052) is what it is.
  if (memcmp(address, mapped, 12) == 0 || memcmp(address, compatible, 12) == 0) return network_v4(address + 12);
  if (memcmp(address, translated, 12) == 0) return network_v4(address + 12);
  if (address[0] == 0x20 && address[1] == 0x02) return network_v4(address + 2);  // 6to4 (RFC 3056)
  static const block blocks[] = {
    {{0x00, 0x64, 0xff, 0x9b}, 32, CCS_PRIVATE},  // 64:ff9b:1::/48 (RFC 8215)
    {{0xfc}, 7, CCS_PRIVATE},
    {{0xfe, 0xc0}, 10, CCS_PRIVATE},  // site-local, of old
    {{0xfe, 0x80}, 10, CCS_LINK_LOCAL},
    {{0x20, 0x01, 0x00, 0x00}, 32, CCS_NOWHERE},  // Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32, CCS_NOWHERE},  // documentation
    {{0x20}, 3, CCS_INTERNET},  // 2000::/3 is all that IANA has given out
    {{0}, 0, CCS_NOWHERE},
  };
  return network_in(blocks, sizeof blocks / sizeof *blocks, address);
}

ccs_network address_network(int family, const void *address) {
  if (family == AF_INET) {
    struct sockaddr_in v4;
    memcpy(&v4, address, sizeof v4);
    return network_v4((const uint8_t *)&v4.sin_addr);
  }
  if (family == AF_INET6) {
    struct sockaddr_in6 v6;
    memcpy(&v6, address, sizeof v6);
    return network_v6((const uint8_t *)&v6.sin6_addr);
  }
  return CCS_NOWHERE;  // a local socket or something unknown
}

// The bytes of an address in text; their number, or 0 when it is none.
static int address_bytes(const char *text, uint8_t bytes[16]) {
  if (inet_pton(AF_INET, text, bytes) == 1) return 4;
  return inet_pton(AF_INET6, text, bytes) == 1 ? 16 : 0;
}

bool ccs_address_network(const char *text, ccs_network *network) {
  uint8_t bytes[16];
  int count = address_bytes(text, bytes);
  if (count) *network = count == 4 ? network_v4(bytes) : network_v6(bytes);
  return count > 0;
}

bool ccs_address_is_in(const char *text, const char *block) {
  char start[INET6_ADDRSTRLEN];
  const char *slash = strchr(block, '/');
  size_t length = slash ? (size_t)(slash - block) : strlen(block);
  if (length >= sizeof start) return false;
  memcpy(start, block, length);
  start[length] = 0;
  uint8_t address[16], prefix[16];
  int count = address_bytes(text, address);
  if (!count || address_bytes(start, prefix) != count) return false;
  char *end = NULL;
  long bits = slash ? strtol(slash + 1, &end, 10) : 8L * count;
  if (slash && (end == slash + 1 || *end || bits < 0 || bits > 8L * count)) return false;
  return has_prefix(address, prefix, (int)bits);
}
