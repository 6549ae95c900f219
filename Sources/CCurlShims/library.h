// libcurl, loaded when the first request is made; for the files of this target only.
//
// Thirty libraries hang on libcurl (TLS, Kerberos, LDAP, …). Linked in the usual way they cost every start of a program
// 7 ms, also when it makes no request at all.
#pragma once
#include <curl/curl.h>

typedef struct curl_functions {
  CURLcode (*global_init)(long flags);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *easy);
  CURLcode (*easy_setopt)(CURL *easy, CURLoption option, ...);
  CURLcode (*easy_getinfo)(CURL *easy, CURLINFO info, ...);
  CURLcode (*easy_pause)(CURL *easy, int action);
  const char *(*easy_strerror)(CURLcode code);
  CURLM *(*multi_init)(void);
  CURLMcode (*multi_cleanup)(CURLM *multi);
  CURLMcode (*multi_setopt)(CURLM *multi, CURLMoption option, ...);
  CURLMcode (*multi_add_handle)(CURLM *multi, CURL *easy);
  CURLMcode (*multi_remove_handle)(CURLM *multi, CURL *easy);
  CURLMcode (*multi_perform)(CURLM *multi, int *running);
  CURLMcode (*multi_poll)(CURLM *multi, struct curl_waitfd fds[], unsigned count, int timeout, int *events);
  CURLMsg *(*multi_info_read)(CURLM *multi, int *left);
} curl_functions;

/// Filled by `ccs_library_problem`; to be used only after that returned NULL.
extern curl_functions libcurl;
