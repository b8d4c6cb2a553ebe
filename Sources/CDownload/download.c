#include "CDownload.h"
#include "library.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  CURLU *(*url)(void);
  void (*url_cleanup)(CURLU *);
  CURLUcode (*url_set)(CURLU *, CURLUPart, const char *, unsigned int);
  CURLUcode (*url_get)(CURLU *, CURLUPart, char **, unsigned int);
  void (*free)(void *);
  time_t (*getdate)(const char *, const time_t *);
} curl;

static int has_curl;

static void open_curl(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.4.dylib"};
  const library_function functions[] = {
      {"curl_global_init", (void **)&curl.global_init},
      {"curl_easy_init", (void **)&curl.easy_init},
      {"curl_easy_setopt", (void **)&curl.easy_setopt},
      {"curl_easy_perform", (void **)&curl.easy_perform},
      {"curl_easy_getinfo", (void **)&curl.easy_getinfo},
      {"curl_easy_cleanup", (void **)&curl.easy_cleanup},
      {"curl_easy_strerror", (void **)&curl.easy_strerror},
      {"curl_slist_append", (void **)&curl.slist_append},
      {"curl_slist_free_all", (void **)&curl.slist_free_all},
      {"curl_url", (void **)&curl.url},
      {"curl_url_cleanup", (void **)&curl.url_cleanup},
      {"curl_url_set", (void **)&curl.url_set},
      {"curl_url_get", (void **)&curl.url_get},
      {"curl_free", (void **)&curl.free},
      {"curl_getdate", (void **)&curl.getdate},
  };
  has_curl =
      library_open(
          names, sizeof names / sizeof *names, functions, sizeof functions / sizeof *functions)
      && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static int load_curl(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_curl);
  return has_curl;
}

typedef struct {
  CURL *handle;
  download_response *response;
  download_head head;
  download_body body;
  void *context;
  int told_head;
} exchange;

static void forget_fields(download_response *response) {
  response->status = 0;
  response->content_length = -1;
  response->content_type[0] = response->content_encoding[0] = response->content_range[0] = 0;
  response->etag[0] = response->last_modified[0] = response->retry_after[0] = 0;
}

/// Takes the value of a header line if its name is the one that is wanted.
static void take(const char *line, size_t count, const char *name, char *field) {
  size_t length = strlen(name);
  if (count <= length || strncasecmp(line, name, length) != 0 || line[length] != ':') return;
  const char *start = line + length + 1, *end = line + count;
  while (start < end && (*start == ' ' || *start == '\t')) start++;
  while (end > start && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' ')) end--;
  size_t size = (size_t)(end - start);
  // A value that does not fit would be wrong when it is cut: it counts as absent.
  if (size >= DOWNLOAD_FIELD || memchr(start, 0, size)) return;
  memcpy(field, start, size);
  field[size] = 0;
}

static size_t on_header(char *line, size_t one, size_t count, void *context) {
  (void)one;
  download_response *response = ((exchange *)context)->response;
  // Each response starts anew: an interim one may come before the one that counts.
  if (count > 5 && strncmp(line, "HTTP/", 5) == 0) forget_fields(response);
  take(line, count, "content-type", response->content_type);
  take(line, count, "content-encoding", response->content_encoding);
  take(line, count, "content-range", response->content_range);
  take(line, count, "etag", response->etag);
  take(line, count, "last-modified", response->last_modified);
  take(line, count, "retry-after", response->retry_after);
  return count;
}

static void ask_status(exchange *exchange) {
  curl_off_t length = -1;
  curl.easy_getinfo(exchange->handle, CURLINFO_RESPONSE_CODE, &exchange->response->status);
  curl.easy_getinfo(exchange->handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  exchange->response->content_length = length;
}

static size_t on_body(char *bytes, size_t one, size_t count, void *context) {
  (void)one;
  exchange *running = context;
  if (!running->told_head) {
    running->told_head = 1;
    ask_status(running);
    if (running->head(running->context, running->response) != 0) return 0;
  }
  return running->body(running->context, (const uint8_t *)bytes, count) == 0 ? count : 0;
}

static void copy(char *to, size_t size, const char *from) {
  if (!from) from = "";
  size_t count = strlen(from);
  if (count >= size) count = size - 1;
  memcpy(to, from, count);
  to[count] = 0;
}

static void set_limits(CURL *handle, const download_request *request) {
  curl.easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_limit);
  curl.easy_setopt(handle, CURLOPT_TIMEOUT_MS, request->total_limit);
  curl.easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, request->slow_bytes);
  curl.easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, request->slow_seconds);
}

int download_perform(
    const download_request *request, download_head head, download_body body, void *context,
    download_response *response) {
  memset(response, 0, sizeof *response);
  response->content_length = -1;
  if (!load_curl()) return response->code = DOWNLOAD_NO_LIBRARY;
  CURL *handle = curl.easy_init();
  if (!handle) return response->code = CURLE_OUT_OF_MEMORY;
  exchange running = {handle, response, head, body, context, 0};
  struct curl_slist *headers = NULL;
  for (size_t i = 0; i < request->header_count; i++) {
    struct curl_slist *longer = curl.slist_append(headers, request->headers[i]);
    if (longer) headers = longer;
  }
  char words[CURL_ERROR_SIZE] = "";
  curl.easy_setopt(handle, CURLOPT_URL, request->url);
  curl.easy_setopt(handle, CURLOPT_ERRORBUFFER, words);
  curl.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl.easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
#if LIBCURL_VERSION_NUM >= 0x075500
  if (curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https") != CURLE_OK)
#endif
    curl.easy_setopt(handle, (CURLoption)181, 3L);  // CURLOPT_PROTOCOLS, of older versions
  curl.easy_setopt(handle, CURLOPT_USERAGENT, "hsi (human-security index)");
  curl.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl.easy_setopt(handle, CURLOPT_HEADERDATA, &running);
  curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl.easy_setopt(handle, CURLOPT_WRITEDATA, &running);
  if (request->goes_direct) curl.easy_setopt(handle, CURLOPT_PROXY, "");
  set_limits(handle, request);
  CURLcode code = curl.easy_perform(handle);
  ask_status(&running);
  char *redirect = NULL;
  curl.easy_getinfo(handle, CURLINFO_REDIRECT_URL, &redirect);
  copy(response->redirect, sizeof response->redirect, redirect);
  if (code != CURLE_OK) {
    copy(response->message, sizeof response->message, words[0] ? words : curl.easy_strerror(code));
  }
  curl.slist_free_all(headers);
  curl.easy_cleanup(handle);
  return response->code = (int)code;
}

/// Copies one part of an address; returns 0 when there is none.
static int part(CURLU *address, CURLUPart which, unsigned flags, char *to, size_t size) {
  char *text = NULL;
  if (curl.url_get(address, which, &text, flags) != CURLUE_OK || !text) return 0;
  size_t count = strlen(text);
  if (count < size) memcpy(to, text, count + 1);
  curl.free(text);
  return count < size;
}

int download_parts(
    const char *url, char *scheme, size_t scheme_size, char *host, size_t host_size, long *port) {
  if (!load_curl()) return DOWNLOAD_NO_LIBRARY;
  CURLU *address = curl.url();
  if (!address) return 1;
  char digits[16] = "";
  int good = curl.url_set(address, CURLUPART_URL, url, 0) == CURLUE_OK
             && part(address, CURLUPART_SCHEME, 0, scheme, scheme_size)
             && part(address, CURLUPART_HOST, 0, host, host_size)
             && part(address, CURLUPART_PORT, CURLU_DEFAULT_PORT, digits, sizeof digits);
  if (good) *port = strtol(digits, NULL, 10);
  curl.url_cleanup(address);
  return good ? 0 : 1;
}

int64_t download_date(const char *text) {
  return load_curl() ? (int64_t)curl.getdate(text, NULL) : -1;
}
