#ifndef C_DOWNLOAD_H
#define C_DOWNLOAD_H

#include <stddef.h>
#include <stdint.h>

/* Both libraries are opened when they are first needed, not when the program starts: linked in,
   libcurl and the thirty-odd libraries that it brings would slow down every start. */

/// How long each part of a name or value of a response header may be, with its closing NUL.
#define DOWNLOAD_FIELD 512

/// One HTTP exchange that is asked for.
typedef struct {
  /// An absolute http or https address.
  const char *url;
  /// Request headers such as `If-None-Match: "x"`, or NULL.
  const char *const *headers;
  size_t header_count;
  /// Limits in milliseconds: to connect, and for all of it.
  long connect_limit;
  long total_limit;
  /// Give up when fewer bytes a second than this arrive over so many seconds.
  long slow_bytes;
  long slow_seconds;
  /// Whether the proxies of the environment are passed by.
  int goes_direct;
} download_request;

/// What came of it. The header fields are those of the last response; "" where there was none.
typedef struct {
  /// 0, or libcurl's code of what went wrong.
  int code;
  /// What went wrong, in libcurl's words.
  char message[256];
  /// The HTTP status; 0 before there is one.
  long status;
  /// Content-Length; -1 where there was none.
  int64_t content_length;
  char content_type[DOWNLOAD_FIELD];
  char content_encoding[DOWNLOAD_FIELD];
  char content_range[DOWNLOAD_FIELD];
  char etag[DOWNLOAD_FIELD];
  char last_modified[DOWNLOAD_FIELD];
  char retry_after[DOWNLOAD_FIELD];
  /// Where a redirect leads, made absolute.
  char redirect[4096];
} download_response;

/// Called once before the first byte of a body, with all that the headers said.
/// Returns 0 to go on, anything else to end the exchange.
typedef int (*download_head)(void *context, const download_response *response);
/// Called with each piece of the body. Returns 0 to go on, anything else to end the exchange.
typedef int (*download_body)(void *context, const uint8_t *bytes, size_t count);

/// What `download_perform` returns when libcurl cannot be had.
#define DOWNLOAD_NO_LIBRARY (-1)

/// Makes one request; redirects are told and not followed. Proxies and certificate authorities are
/// those of the environment, as libcurl reads it.
int download_perform(
    const download_request *request, download_head head, download_body body, void *context,
    download_response *response);

/// The scheme, host and port of an address as libcurl understands it. Returns 0, or another number
/// when it is no address.
int download_parts(
    const char *url, char *scheme, size_t scheme_size, char *host, size_t host_size, long *port);

/// The seconds since 1970 of a date as HTTP writes it; -1 when it is none.
int64_t download_date(const char *text);

/// What `archive_*` return.
#define ARCHIVE_OK 0
#define ARCHIVE_NO_LIBRARY (-1)
#define ARCHIVE_BROKEN (-2)
#define ARCHIVE_TOO_LARGE (-3)

/// Called with each member's name. Returns 0 to go on, anything else to stop.
typedef int (*archive_name)(void *context, const char *name, size_t count);

/// Tells the names in a ZIP archive that is held in memory.
int archive_names(const uint8_t *bytes, size_t count, archive_name name, void *context);

/// Unpacks the member at a place among the names, of at most `limit` bytes whatever it claims.
/// `out` gets a block from malloc, which the caller frees.
int archive_member(
    const uint8_t *bytes, size_t count, size_t place, size_t limit, uint8_t **out,
    size_t *out_count);

#endif
