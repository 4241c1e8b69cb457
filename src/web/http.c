/* SPDX-License-Identifier: BSD-2-Clause */
/* libmicrohttpd behind a handler: every header to the policy, every connection to the reaper. What
 * is answered is site.c's. */
#include "pgy-build.h"

#include "web/http.h"

#include "base/clock.h"
#include "web/policy.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONNECTION_MEMORY = 16 * 1024, LIST_MAX = 2048 };

struct pgy_http_answer {
    unsigned status;
    struct MHD_Response *response;
};

struct pgy_http {
    struct MHD_Daemon *daemon;
    int epoll; /* the daemon's */
    struct pgy_reaper reaper;
    pgy_http_handler *handler;
    void *context;
    struct pgy_http_stats *stats;
    struct pgy_http_answer *refusals[3]; /* of the policy, in the order of refusal_kinds */
};

static const struct {
    unsigned status;
    const char *body;
} refusal_kinds[3] = {
    {400, "Bad request.\n"},
    {405, "Only GET and HEAD are answered here.\n"},
    {505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.\n"},
};

struct pgy_http_answer *pgy_http_answer_new(unsigned status, const struct pgy_http_header *headers,
                                            const void *body, size_t len)
{
    struct pgy_http_answer *answer = calloc(1, sizeof *answer);
    char *copy = malloc(len + 1);
    struct MHD_Response *response = NULL;
    if (answer && copy) {
        if (len > 0)
            memcpy(copy, body, len);
        response = MHD_create_response_from_buffer(len, copy, MHD_RESPMEM_MUST_FREE);
    }
    if (!response) {
        free(answer);
        free(copy);
        return NULL;
    }
    *answer = (struct pgy_http_answer){status, response};
    for (; headers->name; headers++) {
        if (MHD_add_response_header(response, headers->name, headers->value) != MHD_YES) {
            pgy_http_answer_free(&answer);
            return NULL;
        }
    }
    return answer;
}

void pgy_http_answer_free(struct pgy_http_answer **answer)
{
    if (!answer || !*answer)
        return;
    MHD_destroy_response((*answer)->response);
    free(*answer);
    *answer = NULL;
}

/* Headers may hold NULs and repeat, so the policy sees all of them with their lengths. */
static enum MHD_Result on_policy_header(void *context, enum MHD_ValueKind kind, const char *name,
                                        size_t name_len, const char *value, size_t value_len)
{
    (void)kind;
    if (value)
        pgy_policy_header(context, name, name_len, value, value_len);
    else
        ((struct pgy_policy *)context)->malformed = true; /* no colon */
    return MHD_YES;
}

/* What the policy let pass: no NULs in it. Lists may come in several headers and are joined, RFC
 * 9110 5.3. */
struct collected {
    struct pgy_http_request request;
    char if_none_match[LIST_MAX];
    char accept_encoding[LIST_MAX];
};

static const char *join(char list[LIST_MAX], const char *value, size_t len)
{
    size_t have = strlen(list);
    /* no longer a list anyone meant: as if malformed, which no tag and no coding matches */
    if (have + len + 3 > LIST_MAX)
        return memcpy(list, "?", 2);
    if (have > 0) {
        memcpy(list + have, ", ", 3);
        have += 2;
    }
    memcpy(list + have, value, len);
    list[have + len] = '\0';
    return list;
}

static enum MHD_Result collect(void *context, enum MHD_ValueKind kind, const char *name,
                               size_t name_len, const char *value, size_t value_len)
{
    struct collected *c = context;
    (void)kind;
    (void)name_len;
    if (!value)
        return MHD_YES;
    if (strcasecmp(name, "If-None-Match") == 0)
        c->request.if_none_match = join(c->if_none_match, value, value_len);
    else if (strcasecmp(name, "Accept-Encoding") == 0)
        c->request.accept_encoding = join(c->accept_encoding, value, value_len);
    else if (strcasecmp(name, "If-Modified-Since") == 0)
        c->request.if_modified_since = value;
    else if (strcasecmp(name, "User-Agent") == 0)
        c->request.user_agent = value;
    return MHD_YES;
}

static struct pgy_conn *conn_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

/* The request line was read: the only chance to see the target before it is unescaped. */
static void *on_uri(void *context, const char *uri, struct MHD_Connection *connection)
{
    struct pgy_conn *conn = conn_of(connection);
    (void)context;
    if (conn) {
        conn->uri = uri;
        conn->uri_len = strlen(uri);
    }
    return NULL;
}

static unsigned judge(struct MHD_Connection *connection, const struct pgy_conn *conn,
                      const char *method, const char *version)
{
    struct pgy_policy policy = {0};
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    if (!conn->uri || !info)
        return 400;
    /* The method is the first text of the block, and the texts stay where they were received. */
    pgy_policy_block(&policy, method, info->header_size, method, conn->uri, conn->uri_len, version);
    (void)MHD_get_connection_values_n(connection, MHD_HEADER_KIND, on_policy_header, &policy);
    pgy_policy_end(&policy);
    return pgy_policy_status(&policy, method, version, pgy_policy_uri(conn->uri, conn->uri_len));
}

static const struct pgy_http_answer *refusal(const struct pgy_http *http, unsigned status)
{
    for (size_t i = 0; i < 3; i++) {
        if (refusal_kinds[i].status == status)
            return http->refusals[i];
    }
    return http->refusals[0];
}

static enum MHD_Result answer(struct pgy_http *http, struct MHD_Connection *connection,
                              struct pgy_conn *conn, const struct pgy_http_answer *a)
{
    pgy_reaper_phase(&http->reaper, conn, PGY_PHASE_ANSWER, pgy_clock_mono_ms());
    return MHD_queue_response(connection, a->status, a->response);
}

/* Called once when the headers are complete and once more when the request is. An answer given at
 * the first call makes the server close the connection without reading on, which is what a refusal
 * is meant to do. */
static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url,
                                  const char *method, const char *version, const char *upload,
                                  size_t *upload_len, void **request_context)
{
    struct pgy_http *http = context;
    struct pgy_conn *conn = conn_of(connection);
    (void)upload;
    (void)upload_len;
    if (!conn)
        return MHD_NO;
    if (!*request_context) {
        unsigned status = judge(connection, conn, method, version);
        http->stats->requests++;
        *request_context = conn;
        if (status == 0)
            return MHD_YES;
        http->stats->refused++;
        return answer(http, connection, conn, refusal(http, status));
    }
    struct collected c;
    c.request = (struct pgy_http_request){.path = url};
    c.if_none_match[0] = c.accept_encoding[0] = '\0';
    (void)MHD_get_connection_values_n(connection, MHD_HEADER_KIND, collect, &c);
    const struct pgy_http_answer *a = http->handler(http->context, &c.request);
    http->stats->not_modified += a->status == 304;
    http->stats->not_found += a->status == 404;
    return answer(http, connection, conn, a);
}

static void on_completed(void *context, struct MHD_Connection *connection, void **request_context,
                         enum MHD_RequestTerminationCode code)
{
    struct pgy_http *http = context;
    struct pgy_conn *conn = conn_of(connection);
    (void)request_context;
    (void)code;
    if (conn) {
        conn->uri = NULL;
        pgy_reaper_phase(&http->reaper, conn, PGY_PHASE_IDLE, pgy_clock_mono_ms());
    }
}

static const struct sockaddr *peer_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : NULL;
}

static void on_connection(void *context, struct MHD_Connection *connection, void **socket_context,
                          enum MHD_ConnectionNotificationCode code)
{
    struct pgy_http *http = context;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        if (*socket_context)
            pgy_reaper_remove(&http->reaper, *socket_context);
        *socket_context = NULL;
        return;
    }
    const union MHD_ConnectionInfo *fd =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (fd)
        *socket_context =
            pgy_reaper_add(&http->reaper, fd->connect_fd, peer_of(connection), pgy_clock_mono_ms());
}

static enum MHD_Result on_accept(void *context, const struct sockaddr *from, socklen_t len)
{
    const struct pgy_http *http = context;
    (void)len;
    return pgy_reaper_admits(&http->reaper, from) ? MHD_YES : MHD_NO;
}

static bool make_refusals(struct pgy_http *http)
{
    for (size_t i = 0; i < 3; i++) {
        const struct pgy_http_header headers[] = {
            {"Content-Type", "text/plain; charset=utf-8"},
            {"Connection", "close"},
            {refusal_kinds[i].status == 405 ? "Allow" : NULL, "GET, HEAD"},
            {NULL, NULL},
        };
        const char *body = refusal_kinds[i].body;
        http->refusals[i] =
            pgy_http_answer_new(refusal_kinds[i].status, headers, body, strlen(body));
        if (!http->refusals[i])
            return false;
    }
    return true;
}

struct pgy_http *pgy_http_start(int listener, const struct pgy_limits *limits,
                                pgy_http_handler *handler, void *context,
                                struct pgy_http_stats *stats)
{
    struct pgy_http *http = calloc(1, sizeof *http);
    if (http) {
        *http = (struct pgy_http){
            .reaper = {.limits = *limits}, .handler = handler, .context = context, .stats = stats};
        if (make_refusals(http))
            http->daemon = MHD_start_daemon(
                MHD_USE_EPOLL, 0, on_accept, http, on_request, http, MHD_OPTION_LISTEN_SOCKET,
                listener, MHD_OPTION_CONNECTION_LIMIT, (unsigned)limits->connections,
                MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
                MHD_OPTION_NOTIFY_CONNECTION, on_connection, http, MHD_OPTION_NOTIFY_COMPLETED,
                on_completed, http, MHD_OPTION_URI_LOG_CALLBACK, on_uri, http, MHD_OPTION_END);
    }
    const union MHD_DaemonInfo *info =
        http && http->daemon ? MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
    if (!info) {
        if (!http || !http->daemon)
            close(listener);
        pgy_http_stop(&http);
        return NULL;
    }
    http->epoll = info->epoll_fd;
    return http;
}

void pgy_http_stop(struct pgy_http **http)
{
    if (!http || !*http)
        return;
    if ((*http)->daemon)
        MHD_stop_daemon((*http)->daemon);
    for (size_t i = 0; i < 3; i++)
        pgy_http_answer_free(&(*http)->refusals[i]);
    free(*http);
    *http = NULL;
}

int pgy_http_fd(const struct pgy_http *http)
{
    return http->epoll;
}

int64_t pgy_http_run(struct pgy_http *http)
{
    MHD_UNSIGNED_LONG_LONG wait = 0;
    (void)MHD_run(http->daemon);
    int64_t now = pgy_clock_mono_ms();
    int64_t next = pgy_reaper_sweep(&http->reaper, now);
    if (MHD_get_timeout(http->daemon, &wait) == MHD_YES && (int64_t)wait < INT32_MAX &&
        now + (int64_t)wait < next)
        next = now + (int64_t)wait;
    return next;
}

size_t pgy_http_connections(const struct pgy_http *http)
{
    return http->reaper.n;
}
