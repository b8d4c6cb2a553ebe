#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

// Functions of a variable number of arguments, which Swift cannot call.

/// Serves on a port of 127.0.0.1 alone, in a thread of its own; a port of 0 is any that is free. Connections that ask
/// nothing are closed soon, so that they do not keep others out.
static inline struct MHD_Daemon *loopback_start(uint16_t port, MHD_AccessHandlerCallback handler, void *context) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD, port, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_CONNECTION_LIMIT, 256u, MHD_OPTION_CONNECTION_TIMEOUT, 5u, MHD_OPTION_END);
}

/// The port that is served.
static inline uint16_t loopback_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

// What stands in enumerations whose names Swift makes differently by version.

static inline enum MHD_Result loopback_refused(void) { return MHD_NO; }

static inline const char *loopback_header(struct MHD_Connection *connection, const char *name) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/// A response with a copy of the bytes.
static inline struct MHD_Response *loopback_response(size_t count, const void *bytes) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}
