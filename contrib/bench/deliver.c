/* SPDX-License-Identifier: BSD-2-Clause */
/* Durable signed deliveries a second: an outbox in SQLite and pgyd-courier, against a bare loop of libcurl that sends bodies of the same size, in the same run
 * and to the same receiver.
 *
 *   deliver PATH-OF-PGYD-COURIER [MESSAGES] */
#include "base/clock.h"
#include "base/err.h"
#include "base/link.h"
#include "base/wire.h"
#include "pgyd/plugin.h"
#include "remind/remind.h"
#include "store/store.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PARALLEL = 64, ENDPOINTS = 32, MAX_FD = 1024, BODY = 512 };
#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define PAYLOAD                                                                                                                                  \
    "{\"id\":\"offers/mercy-answer-by\",\"plugin\":\"offers\",\"kind\":\"deadline\",\"title\":\"Answer Mercy General\",\"detail\":\"%0*d\","     \
    "\"discreet\":\"an offer answer is due\",\"target\":\"2026-11-26\",\"step\":\"-3d\",\"severity\":\"warn\",\"due\":\"2026-11-22T08:00:00Z\"," \
    "\"late\":false}"

extern char **environ;

static void die(const char *what)
{
    fprintf(stderr, "deliver: %s\n", what);
    exit(EXIT_FAILURE);
}

/* --- the receiver: answers 204 whenever a whole request has come --- */

/* Bytes of the first whole request of a text, 0: not whole. */
static size_t request_size(const char *text, size_t len)
{
    const char *end = memmem(text, len, "\r\n\r\n", 4), *field = memmem(text, len, "Content-Length: ", 16);
    if (!end || !field)
        return 0;
    size_t size = (size_t)(end - text) + 4 + (size_t)strtoul(field + 16, NULL, 10);
    return size <= len ? size : 0;
}

static void serve(int fd, char *text, size_t *len, size_t max)
{
    static const char answer[] = "HTTP/1.1 204 No Content\r\n\r\n";
    size_t size;
    ssize_t n = read(fd, text + *len, max - *len);
    if (n <= 0) {
        close(fd);
        *len = 0;
        return;
    }
    *len += (size_t)n;
    while ((size = request_size(text, *len)) > 0) {
        memmove(text, text + size, *len - size);
        *len -= size;
        if (write(fd, answer, sizeof answer - 1) < 0)
            return;
    }
}

static void receive(int listener)
{
    static char text[MAX_FD][8192];
    static size_t len[MAX_FD];
    int ep = epoll_create1(0), one = 1;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[64];
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    epoll_ctl(ep, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int n = epoll_wait(ep, events, 64, -1);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd;
            if (fd != listener) {
                serve(fd, text[fd], &len[fd], sizeof text[fd]);
                continue;
            }
            fd = accept(listener, NULL, NULL);
            if (fd < 0 || fd >= MAX_FD)
                exit(EXIT_FAILURE);
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            event = (struct epoll_event){.events = EPOLLIN, .data.fd = fd};
            epoll_ctl(ep, EPOLL_CTL_ADD, fd, &event);
        }
    }
}

static pid_t start_receiver(char url[64])
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof at;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0 || getsockname(fd, (struct sockaddr *)&at, &len) != 0)
        die("no receiver");
    snprintf(url, 64, "http://127.0.0.1:%d/hook", ntohs(at.sin_port));
    pid_t pid = fork();
    if (pid == 0)
        receive(fd);
    close(fd);
    return pid;
}

/* --- the bare loop --- */

static double bare_loop(const char *url, int messages)
{
    static char body[BODY + 1];
    CURLM *multi = curl_multi_init();
    CURL *easy[PARALLEL];
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    int sent = 0, done = 0, running, left;
    memset(body, 'x', BODY);
    int64_t from = pgy_clock_mono_ms();
    for (int i = 0; i < PARALLEL && sent < messages; i++, sent++) {
        easy[i] = curl_easy_init();
        curl_easy_setopt(easy[i], CURLOPT_URL, url);
        curl_easy_setopt(easy[i], CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(easy[i], CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy[i], CURLOPT_PROXY, "");
        curl_multi_add_handle(multi, easy[i]);
    }
    while (done < messages) {
        CURLMsg *msg;
        curl_multi_perform(multi, &running);
        while ((msg = curl_multi_info_read(multi, &left))) {
            CURL *e = msg->easy_handle;
            if (msg->data.result != CURLE_OK)
                die("a delivery of the bare loop failed");
            done++;
            curl_multi_remove_handle(multi, e);
            if (sent < messages && ++sent)
                curl_multi_add_handle(multi, e);
        }
        if (done < messages)
            curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    int64_t took = pgy_clock_mono_ms() - from;
    for (int i = 0; i < PARALLEL && i < messages; i++)
        curl_easy_cleanup(easy[i]);
    curl_slist_free_all(headers);
    curl_multi_cleanup(multi);
    return messages * 1000.0 / (double)(took ? took : 1);
}

/* --- outbox and courier --- */

static void must(int rc, const char *what)
{
    if (rc != 0) {
        fprintf(stderr, "deliver: %s: %s\n", what, pgy_strerror(rc));
        exit(EXIT_FAILURE);
    }
}

static void expect_hello(struct pgy_link *link)
{
    struct pgy_frame frame;
    must(pgy_link_wait(link, 10000, &frame), "waiting for the courier");
    must(pgy_link_check_hello(&frame), "the courier's hello");
}

static pid_t start_courier(const char *path, struct pgy_link *parent, struct pgy_link *core)
{
    int a[2], b[2];
    pid_t pid;
    posix_spawn_file_actions_t actions;
    char *argv[] = {(char *)path, NULL};
    must(pgy_link_pair(a), "socketpair");
    must(pgy_link_pair(b), "socketpair");
    int high = dup(a[1]); /* never descriptor 3 itself, which dup2 would leave close-on-exec */
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, high, PGY_CHANNEL_FD);
    if (posix_spawn(&pid, path, &actions, NULL, argv, environ) != 0)
        die("pgyd-courier does not start");
    posix_spawn_file_actions_destroy(&actions);
    close(a[1]);
    close(high);
    pgy_link_open(parent, a[0], PGY_LINK_MAX);
    pgy_link_hello(parent, "pgyd");
    must(pgy_link_flush(parent), "flush");
    size_t mark = pgy_frame_begin(&parent->out, PGY_P_LINK);
    pgy_put_str(&parent->out, "core");
    pgy_frame_end(&parent->out, mark);
    must(pgy_link_send_fds(parent, &b[1], 1), "handing over the link");
    close(b[1]);
    pgy_link_open(core, b[0], PGY_LINK_MAX);
    pgy_link_hello(core, "pgyd-core");
    expect_hello(core);
    return pid;
}

static void fill_outbox(struct pgy_store *store, int messages)
{
    char payload[BODY + 256], message[32], endpoint[16];
    int64_t now = pgy_clock_now(), id;
    snprintf(payload, sizeof payload, PAYLOAD, BODY - 330, 0); /* the webhook's body is then BODY bytes, give or take */
    must(pgy_store_begin(store), "begin");
    for (int i = 0; i < messages; i++) {
        snprintf(message, sizeof message, "msg-%d", i);
        snprintf(endpoint, sizeof endpoint, "e%d", i % ENDPOINTS);
        struct pgy_outbox_row row = {.profile = "me", .endpoint = endpoint, .message = message, .item = "offers/mercy-answer-by", .target = "2026-11-26",
                                     .step = "-3d", .type = "reminder.due", .payload = payload, .severity = PGYD_WARN, .created = now,
                                     .not_before = now, .expires = now + 3600, .next_try = now};
        must(pgy_store_outbox_add(store, &row, &id), "filling the outbox");
    }
    must(pgy_store_commit(store), "commit");
}

static void send_row(struct pgy_buf *out, const struct pgy_outbox_row *row, const char *url)
{
    size_t mark = pgy_frame_begin(out, PGY_C_SEND);
    pgy_put_i64(out, row->id);
    pgy_put_u32(out, row->attempts);
    pgy_put_str(out, row->profile);
    pgy_put_str(out, row->endpoint);
    pgy_put_str(out, "webhook");
    pgy_put_str(out, url);
    pgy_put_str(out, SECRET);
    pgy_put_str(out, "");
    pgy_put_u32(out, 1);
    pgy_put_str(out, "127.0.0.0/8");
    pgy_put_u8(out, 2);
    pgy_put_str(out, row->message);
    pgy_put_str(out, row->type);
    pgy_put_i64(out, row->created);
    pgy_put_i64(out, row->expires);
    pgy_put_u32(out, row->severity);
    pgy_put_str(out, row->payload);
    pgy_frame_end(out, mark);
}

/* Writes down every result that is there; how many. */
static int settle(struct pgy_store *store, struct pgy_link *core, int64_t now)
{
    struct pgy_frame frame;
    int n = 0;
    while (pgy_link_next(core, &frame) == 0) {
        if (frame.type != PGY_C_RESULT)
            continue;
        int64_t row = pgy_get_i64(&frame);
        uint32_t attempt = pgy_get_u32(&frame);
        uint8_t outcome = pgy_get_u8(&frame);
        int32_t code = (int32_t)pgy_get_i64(&frame);
        if (outcome != PGY_DELIVERED)
            die("a delivery of the courier failed");
        must(pgy_store_outbox_done(store, row, attempt, PGY_OUT_SENT, 0, code, NULL, now), "settling");
        n++;
    }
    return n;
}

static double through_courier(struct pgy_store *store, struct pgy_link *core, const char *url, int messages)
{
    int done = 0;
    int64_t from = pgy_clock_mono_ms();
    while (done < messages) {
        struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
        struct pgy_outbox_row *rows;
        size_t n;
        int64_t now = pgy_clock_now();
        must(pgy_store_begin(store), "begin");
        done += settle(store, core, now);
        must(pgy_store_outbox_claim(store, now, 2 * PARALLEL, 8, arena, &rows, &n), "claiming");
        must(pgy_store_commit(store), "commit");
        for (size_t i = 0; i < n; i++)
            send_row(&core->out, &rows[i], url);
        if (done == messages)
            break;
        int rc = pgy_link_flush(core);
        if (rc != 0 && rc != PGY_EAGAIN)
            must(rc, "sending");
        struct pollfd fd = {.fd = core->fd, .events = (short)(POLLIN | (pgy_link_pending(core) ? POLLOUT : 0))};
        poll(&fd, 1, 1000);
        rc = pgy_link_read(core);
        if (rc != 0 && rc != PGY_EAGAIN)
            must(rc, "reading");
    }
    return messages * 1000.0 / (double)(pgy_clock_mono_ms() - from);
}

int main(int argc, char **argv)
{
    int messages = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 20000;
    char url[64], dir[] = "/tmp/pgyd-bench-XXXXXX";
    const char *why = "";
    if (argc < 2 || messages < PARALLEL || !mkdtemp(dir))
        die("usage: deliver PATH-OF-PGYD-COURIER [MESSAGES]");
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_store *store;
    struct pgy_link parent, core;
    pid_t receiver = start_receiver(url);
    pid_t courier = start_courier(argv[1], &parent, &core);
    if (pgy_store_open(dir, arena, &store, &why) != 0)
        die(why);
    double best = 0;
    for (int round = 1; round <= 3; round++) {
        char prefix[32];
        snprintf(prefix, sizeof prefix, "round %d", round);
        double bare = bare_loop(url, messages);
        if (round > 1)
            must(pgy_store_outbox_prune(store, INT64_MAX), "pruning");
        fill_outbox(store, messages);
        double ours = through_courier(store, &core, url, messages);
        printf("%s: bare libcurl loop %.0f/s, outbox and courier %.0f/s, ratio %.2f\n", prefix, bare, ours, ours / bare);
        best = ours / bare > best ? ours / bare : best;
    }
    printf("best ratio %.2f\n", best);
    pgy_link_close(&core);
    pgy_link_close(&parent);
    waitpid(courier, NULL, 0);
    kill(receiver, SIGKILL);
    waitpid(receiver, NULL, 0);
    pgy_store_close(&store);
    static const char *const files[] = {"pgyd.db", "pgyd.db-wal", "pgyd.db-shm", "lock"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", dir, files[i]);
        unlink(path);
    }
    rmdir(dir);
    return EXIT_SUCCESS;
}
