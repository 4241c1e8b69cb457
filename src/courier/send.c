/* SPDX-License-Identifier: BSD-2-Clause */
/* The settings answer the traps of libcurl 7.88.1 one by one (architecture 11). */
#include "pgy-build.h"

#include "courier/send.h"

#include "base/err.h"
#include "base/log.h"
#include "base/utf8.h"

#include <curl/curl.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    CONNECT_MS = 5000,
    TOTAL_MS = 15000,
    LIFETIME_S = 600, /* unlimited in 7.88: changes of DNS or CA would go unnoticed */
    MAX_POLL = 8,
    HEADER_BYTES = 256,
};

struct transfer {
    CURL *easy; /* kept for the next one */
    bool ready; /* its limits are set … */
    /* … and neither credentials nor an authority: the next message may have it as it is */
    bool plain;
    bool busy;
    void *tag;
    const struct pgy_request *request;
    const struct pgy_message *message;
    struct pgy_arena *arena; /* NULL before a sentence was needed */
    struct curl_slist *headers;
    /* bytes of head and body, counted by ourselves: MAXFILESIZE does not see chunked bodies */
    size_t got;
    char body[PGY_ANSWER_KEEP + 1];
    size_t body_len;
    char retry_after[HEADER_BYTES], moved_to[HEADER_BYTES];
    bool opened; /* a socket to an allowed address was opened */
    bool blocked;
    struct pgy_address refused;
};

struct pgy_sender {
    CURLM *multi; /* NULL before the first transfer */
    struct transfer *slots[PGY_SEND_MAX];
    struct transfer *last; /* handed out by pgy_sender_next, to be reset */
};

/* --- callbacks --- */

static size_t count(struct transfer *t, size_t n)
{
    t->got += n;
    return t->got > PGY_ANSWER_MAX ? 0 : n;
}

static size_t on_body(char *bytes, size_t size, size_t nmemb, void *arg)
{
    struct transfer *t = arg;
    size_t n = size * nmemb, keep = PGY_ANSWER_KEEP - t->body_len;
    keep = n < keep ? n : keep;
    memcpy(t->body + t->body_len, bytes, keep);
    t->body_len += keep;
    t->body[t->body_len] = '\0';
    return count(t, n);
}

/* The value of "name: value\r\n" without blanks around; "" in `value` when it is another header or
 * has controls in it. */
static bool header_value(const char *line, size_t n, const char *name, char value[HEADER_BYTES])
{
    size_t len = strlen(name);
    if (n <= len || strncasecmp(line, name, len) != 0 || line[len] != ':')
        return false;
    const char *from = line + len + 1, *end = line + n;
    while (from < end && (*from == ' ' || *from == '\t'))
        from++;
    while (end > from && strchr(" \t\r\n", end[-1]))
        end--;
    size_t v = (size_t)(end - from);
    if (v >= HEADER_BYTES || !pgy_utf8_valid(from, v) || memchr(from, 0, v) ||
        pgy_has_controls(from, v, ""))
        return false;
    memcpy(value, from, v);
    value[v] = '\0';
    return true;
}

/* Scheme and host of a Location alone: the rest may be a credential, and so may what stands before
 * an '@'. */
static void keep_origin(char *url)
{
    char *host = strstr(url, "://");
    if (!host) {
        url[0] = '\0';
        return;
    }
    host += strlen("://");
    host[strcspn(host, "/?#")] = '\0';
    if (strchr(host, '@'))
        url[0] = '\0';
}

static size_t on_header(char *line, size_t size, size_t nmemb, void *arg)
{
    struct transfer *t = arg;
    size_t n = size * nmemb;
    if (n > 5 && memcmp(line, "HTTP/", 5) == 0)
        t->retry_after[0] = t->moved_to[0] = '\0';
    header_value(line, n, "Retry-After", t->retry_after);
    if (header_value(line, n, "Location", t->moved_to))
        keep_origin(t->moved_to);
    return count(t, n);
}

static bool refuse(struct transfer *t, const struct pgy_address *address)
{
    enum pgy_address_verdict v = pgy_address_check(address, t->message->allow, t->message->nallow);
    if (v == PGY_ADDRESS_FREE || v == PGY_ADDRESS_ALLOWED)
        return false;
    t->blocked = true;
    t->refused = *address;
    return true;
}

/* Stops the SYN. Sees addresses in normal form, whatever the URL wrote. */
static curl_socket_t on_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *to)
{
    struct transfer *t = arg;
    struct pgy_address address;
    (void)purpose;
    if (pgy_address_of(&to->addr, to->addrlen, &address) != 0 || refuse(t, &address))
        return CURL_SOCKET_BAD;
    t->opened = true;
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* Runs before every request, on connections used again too, which on_socket does not see. */
static int on_request(void *arg, char *to, char *from, int to_port, int from_port)
{
    struct transfer *t = arg;
    struct pgy_address address;
    (void)from;
    (void)to_port;
    (void)from_port;
    if (pgy_address_parse(to, &address) == 0 && !refuse(t, &address))
        return CURL_PREREQFUNC_OK;
    t->opened = false;
    t->blocked = true;
    return CURL_PREREQFUNC_ABORT;
}

/* --- transfers --- */

static void transfer_reset(struct transfer *t)
{
    CURL *easy = t->easy;
    /* Most messages differ in nothing but what set_request sets anew each time; credentials and
     * authorities do not stay for the next one. */
    bool ready = t->ready && t->plain;
    if (easy && ready) {
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, NULL);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, NULL);
    } else if (easy) {
        curl_easy_reset(easy);
    }
    curl_slist_free_all(t->headers);
    pgy_arena_free(&t->arena);
    *t = (struct transfer){.easy = easy, .ready = ready};
}

static int add_headers(struct transfer *t)
{
    static const char *const always[] = {("User-Agent: pgyd/" PACKAGE_VERSION),
                                         "Accept:", "Expect:"};
    for (size_t i = 0; i < sizeof always / sizeof always[0] + t->request->nheaders; i++) {
        const char *text = i < sizeof always / sizeof always[0]
                               ? always[i]
                               : t->request->headers[i - sizeof always / sizeof always[0]];
        struct curl_slist *more = curl_slist_append(t->headers, text);
        if (!more)
            return -ENOMEM;
        t->headers = more;
    }
    return 0;
}

/* The protocol: what may be spoken, with whom, for how long. */
static CURLcode set_limits(CURL *easy, struct transfer *t)
{
    CURLcode rc = CURLE_OK;
#define SET(option, value) rc = rc ? rc : curl_easy_setopt(easy, option, value)
    SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_FOLLOWLOCATION, 0L);
    SET(CURLOPT_PROXY, ""); /* http_proxy in the environment would get around the address check */
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_QUICK_EXIT, 1L); /* else one slow DNS answer freezes every delivery */
    SET(CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    SET(CURLOPT_TIMEOUT_MS, (long)TOTAL_MS);
    SET(CURLOPT_MAXLIFETIME_CONN, (long)LIFETIME_S);
    SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    SET(CURLOPT_OPENSOCKETFUNCTION, on_socket);
    SET(CURLOPT_OPENSOCKETDATA, t);
    SET(CURLOPT_PREREQFUNCTION, on_request);
    SET(CURLOPT_PREREQDATA, t);
    return rc;
}

static CURLcode set_request(CURL *easy, struct transfer *t)
{
    CURLcode rc = CURLE_OK;
    SET(CURLOPT_URL, t->request->url);
    SET(CURLOPT_POST, 1L);
    SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)strlen(t->request->body));
    SET(CURLOPT_POSTFIELDS, t->request->body); /* borrowed until the transfer is finished */
    SET(CURLOPT_HTTPHEADER, t->headers);
    if (t->message->ca_file[0])
        SET(CURLOPT_CAINFO, t->message->ca_file);
    if (t->request->user)
        SET(CURLOPT_USERPWD, t->request->user);
    SET(CURLOPT_WRITEFUNCTION, on_body);
    SET(CURLOPT_WRITEDATA, t);
    SET(CURLOPT_HEADERFUNCTION, on_header);
    SET(CURLOPT_HEADERDATA, t);
    SET(CURLOPT_PRIVATE, t);
#undef SET
    return rc;
}

static int open_multi(struct pgy_sender *sender)
{
    if (sender->multi)
        return 0;
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || !(sender->multi = curl_multi_init()))
        return -ENOMEM;
    curl_multi_setopt(sender->multi, CURLMOPT_MAXCONNECTS, (long)PGY_SEND_MAX);
    return 0;
}

static struct transfer *free_slot(struct pgy_sender *sender)
{
    for (size_t i = 0; i < PGY_SEND_MAX; i++) {
        if (!sender->slots[i])
            sender->slots[i] = calloc(1, sizeof *sender->slots[i]);
        if (sender->slots[i] && !sender->slots[i]->busy)
            return sender->slots[i];
    }
    return NULL;
}

static void release_last(struct pgy_sender *sender)
{
    if (sender->last)
        transfer_reset(sender->last);
    sender->last = NULL;
}

int pgy_sender_start(struct pgy_sender *sender, const struct pgy_request *request,
                     const struct pgy_message *message, void *tag)
{
    release_last(sender);
    int rc = open_multi(sender);
    struct transfer *t = rc ? NULL : free_slot(sender);
    if (!t)
        return rc ? rc : PGY_EBUSY;
    if (!t->easy && !(t->easy = curl_easy_init()))
        return -ENOMEM;
    t->tag = tag;
    t->request = request;
    t->message = message;
    t->plain = !request->user && !message->ca_file[0];
    if ((rc = add_headers(t)) != 0)
        goto out;
    rc = -ENOMEM;
    if (!t->ready && set_limits(t->easy, t) != CURLE_OK)
        goto out;
    t->ready = set_request(t->easy, t) == CURLE_OK;
    if (!t->ready)
        goto out;
    if (curl_multi_add_handle(sender->multi, t->easy) != CURLM_OK)
        goto out;
    t->busy = true;
    return 0;
out:
    transfer_reset(t);
    return rc;
}

int pgy_sender_wait(struct pgy_sender *sender, struct pollfd *fds, size_t n, int timeout_ms)
{
    struct curl_waitfd extra[MAX_POLL];
    int running = 0;
    release_last(sender);
    if (!sender->multi)
        return poll(fds, (nfds_t)n, timeout_ms) < 0 && errno != EINTR ? -errno : 0;
    if (n > MAX_POLL)
        return PGY_EINVAL;
    for (size_t i = 0; i < n; i++)
        extra[i] = (struct curl_waitfd){
            .fd = fds[i].fd,
            .events = (short)((fds[i].events & POLLIN ? CURL_WAIT_POLLIN : 0) |
                              (fds[i].events & POLLOUT ? CURL_WAIT_POLLOUT : 0))};
    if (curl_multi_perform(sender->multi, &running) != CURLM_OK)
        return PGY_EINVAL;
    int before = 0;
    for (size_t i = 0; i < PGY_SEND_MAX; i++)
        before += sender->slots[i] && sender->slots[i]->busy;
    /* Something is finished already: look at the descriptors, but do not wait. */
    int wait_ms = running < before ? 0 : timeout_ms < 0 ? INT_MAX : timeout_ms;
    if (curl_multi_poll(sender->multi, extra, (unsigned)n, wait_ms, NULL) != CURLM_OK)
        return PGY_EINVAL;
    for (size_t i = 0; i < n; i++)
        fds[i].revents = (short)((extra[i].revents & CURL_WAIT_POLLIN ? POLLIN : 0) |
                                 (extra[i].revents & CURL_WAIT_POLLOUT ? POLLOUT : 0));
    return curl_multi_perform(sender->multi, &running) == CURLM_OK ? 0 : PGY_EINVAL;
}

/* --- outcomes --- */

static const struct {
    CURLcode code;
    bool fatal; /* the configuration's fault */
    const char *text;
} troubles[] = {
    {CURLE_UNSUPPORTED_PROTOCOL, false, "the receiver's answer is not HTTP"},
    {CURLE_WEIRD_SERVER_REPLY, false, "the receiver's answer is not HTTP"},
    {CURLE_URL_MALFORMAT, true, "the url is not well formed"},
    {CURLE_COULDNT_RESOLVE_HOST, false, "the receiver's name is not known (DNS)"},
    {CURLE_COULDNT_CONNECT, false, "could not connect to the receiver"},
    {CURLE_OPERATION_TIMEDOUT, false, "no whole answer within 15 seconds (5 to connect)"},
    {CURLE_SSL_CONNECT_ERROR, false, "TLS could not be set up with the receiver"},
    {CURLE_PEER_FAILED_VERIFICATION, false,
     "the receiver's certificate is not valid for it; for a private authority set ca_file"},
    {CURLE_SSL_CACERT_BADFILE, true, "ca_file cannot be read or holds no certificate"},
    {CURLE_GOT_NOTHING, false, "the receiver closed the connection without an answer"},
    {CURLE_SEND_ERROR, false, "the connection broke while sending"},
    {CURLE_RECV_ERROR, false, "the connection broke while waiting for the answer"},
};

static void explain(struct transfer *t, CURLcode code, struct pgy_answer *answer)
{
    const char *text = curl_easy_strerror(code); /* static, without URL */
    t->arena = pgy_arena_new();
    for (size_t i = 0; i < sizeof troubles / sizeof troubles[0]; i++) {
        if (troubles[i].code == code) {
            text = troubles[i].text;
            answer->blocked = troubles[i].fatal;
        }
    }
    /* Blocked only if no other address was tried: a host may have both. */
    if (t->blocked && !t->opened) {
        answer->blocked = true;
        text = pgy_address_refusal(&t->refused, t->message->endpoint, t->arena);
    } else if (answer->blocked) {
        text = pgy_arena_printf(t->arena, "%s; check [notify:%s]", text, t->message->endpoint);
    }
    answer->trouble = text;
}

static void answer_of(struct transfer *t, CURLcode code, struct pgy_answer *answer)
{
    long status = 0;
    *answer = (struct pgy_answer){.body = t->body,
                                  .retry_after = t->retry_after[0] ? t->retry_after : NULL,
                                  .moved_to = t->moved_to[0] ? t->moved_to : NULL};
    curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
    /* We cut a body that would not end: its status was read and counts. */
    bool cut = code == CURLE_WRITE_ERROR && t->got > PGY_ANSWER_MAX && status >= 200;
    if (code == CURLE_OK || cut)
        answer->status = (int)status;
    else
        explain(t, code, answer);
}

void *pgy_sender_next(struct pgy_sender *sender, struct pgy_answer *answer)
{
    int left;
    CURLMsg *msg;
    release_last(sender);
    if (!sender->multi || !(msg = curl_multi_info_read(sender->multi, &left)))
        return NULL;
    struct transfer *t = NULL;
    CURLcode code = msg->data.result;
    curl_easy_getinfo(msg->easy_handle, CURLINFO_PRIVATE, &t);
    answer_of(t, code, answer);
    curl_multi_remove_handle(sender->multi, t->easy);
    sender->last = t;
    return t->tag;
}

struct pgy_sender *pgy_sender_new(void)
{
    return calloc(1, sizeof(struct pgy_sender));
}

void pgy_sender_free(struct pgy_sender *sender)
{
    if (!sender)
        return;
    release_last(sender);
    for (size_t i = 0; i < PGY_SEND_MAX; i++) {
        struct transfer *t = sender->slots[i];
        if (!t)
            continue;
        if (t->busy)
            curl_multi_remove_handle(sender->multi, t->easy);
        transfer_reset(t);
        curl_easy_cleanup(t->easy);
        free(t);
    }
    if (sender->multi) {
        curl_multi_cleanup(sender->multi);
        curl_global_cleanup();
    }
    free(sender);
}
