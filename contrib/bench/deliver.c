/* SPDX-License-Identifier: BSD-2-Clause */
/* Durable signed deliveries a second of a whole pgyd (outbox in SQLite on a real disk, core,
 * courier), against a bare loop of libcurl that sends bodies of the same size to the same
 * receiver. */
/* Rounds take turns; medians count. Every message must have arrived once and be written down as
 * sent.
 *
 *   deliver PATH-OF-PGYD [MESSAGES [ROUNDS [ENDPOINTS]]]       TMPDIR: where the state is kept (a
 * file system in memory would flatter us) */
#include "base/clock.h"
#include "base/err.h"
#include "pgyd/plugin.h"
#include "store/store.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PARALLEL = 64, MAX_FD = 1024, BODY = 512, MAX_ROUNDS = 25, WARM_S = 4, PATIENCE_S = 60 };
#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define PAYLOAD                                                                                    \
    "{\"id\":\"offers/"                                                                            \
    "mercy-answer-by\",\"plugin\":\"offers\",\"kind\":\"deadline\",\"title\":\"Answer Mercy "      \
    "General\",\"detail\":\"%0*d\","                                                               \
    "\"discreet\":\"an offer answer is "                                                           \
    "due\",\"target\":\"2026-11-26\",\"step\":\"-3d\",\"severity\":\"warn\",\"due\":\"2026-11-"    \
    "22T08:00:00Z\","                                                                              \
    "\"late\":false}"

extern char **environ;

struct rate {
    /* CPU a message, of core and courier (or of the loop); of it the core's */
    double a_second, cpu_us, core_us;
};

/* What the receiver got; shared with it. */
static struct {
    volatile int n;
    volatile int64_t first_ms, last_ms;
} * counted;

static void die(const char *what)
{
    fprintf(stderr, "deliver: %s\n", what);
    exit(EXIT_FAILURE);
}

/* --- the receiver: answers 204 whenever a whole request has come --- */

/* Bytes of the first whole request of a text, 0: not whole. */
static size_t request_size(const char *text, size_t len)
{
    const char *end = memmem(text, len, "\r\n\r\n", 4),
               *field = memmem(text, len, "Content-Length: ", 16);
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
        counted->last_ms = pgy_clock_mono_ms();
        if (counted->n++ == 0)
            counted->first_ms = counted->last_ms;
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
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0 ||
        getsockname(fd, (struct sockaddr *)&at, &len) != 0)
        die("no receiver");
    snprintf(url, 64, "http://127.0.0.1:%d/hook", ntohs(at.sin_port));
    pid_t pid = fork();
    if (pid == 0)
        receive(fd);
    close(fd);
    return pid;
}

static void count_anew(void)
{
    counted->n = 0;
    counted->first_ms = counted->last_ms = 0;
}

/* User and system seconds of a process. */
static double cpu_of(pid_t pid)
{
    char path[64], text[1024] = "";
    unsigned long user = 0, system = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *f = fopen(path, "re");
    if (f) {
        text[fread(text, 1, sizeof text - 1, f)] = '\0';
        fclose(f);
    }
    const char *end = strrchr(text, ')');
    if (!end ||
        sscanf(end, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
        die("a process of pgyd is gone");
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static struct rate rate_of(int messages, double cpu)
{
    int64_t took = counted->last_ms - counted->first_ms;
    return (struct rate){.a_second = messages * 1000.0 / (double)(took > 0 ? took : 1),
                         .cpu_us = cpu * 1e6 / messages};
}

/* --- the bare loop --- */

static struct rate bare_loop(const char *url, int messages)
{
    static char body[BODY + 1];
    CURLM *multi = curl_multi_init();
    CURL *easy[PARALLEL];
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    int sent = 0, done = 0, running, left;
    memset(body, 'x', BODY);
    count_anew();
    double cpu = cpu_of(getpid());
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
    struct rate rate = rate_of(messages, cpu_of(getpid()) - cpu);
    for (int i = 0; i < PARALLEL && i < messages; i++)
        curl_easy_cleanup(easy[i]);
    curl_slist_free_all(headers);
    curl_multi_cleanup(multi);
    return rate;
}

/* --- a whole pgyd --- */

struct place {
    char dir[64], file[96], state[96], feed[160];
    const char *program, *url;
    int endpoints; /* two messages at once to each, by contract */
};

static void nap(void)
{
    const struct timespec ms = {.tv_nsec = 1000000};
    nanosleep(&ms, NULL);
}

static void write_config(const struct place *place)
{
    FILE *f = fopen(place->file, "we");
    if (!f || chmod(place->file, 0600) != 0)
        die("the configuration cannot be written");
    fprintf(f,
            "[daemon]\nstate_dir = %s\nplugins = milestones\nlog_level = error\n[serve]\nlisten = "
            "127.0.0.1:0\n[person]\nid = bench\n"
            "name = Ada Test\ntimezone = America/New_York\n[training]\nspecialty = "
            "internal_medicine\nstart = 2025-07-01\n",
            place->state);
    for (int i = 0; i < place->endpoints; i++)
        fprintf(f,
                "[notify:e%d]\ntype = webhook\nurl = %s/%d\nsecret = %s\nallow_private = "
                "127.0.0.0/8\ndetail = full\nquiet = no\nmin_severity = critical\n",
                i, place->url, i, SECRET);
    fclose(f);
}

static pid_t start(const struct place *place)
{
    pid_t pid;
    char *argv[] = {(char *)place->program, (char *)"-c", (char *)place->file, NULL};
    if (posix_spawn(&pid, place->program, NULL, NULL, argv, environ) != 0)
        die("pgyd does not start");
    return pid;
}

static void stop(pid_t pid)
{
    int status;
    kill(pid, SIGTERM);
    if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        die("pgyd did not end well");
}

/* The child of pgyd with that name. */
static pid_t child(pid_t pgyd, const char *name)
{
    char path[64], comm[32] = "";
    int pid;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pgyd, (int)pgyd);
    FILE *f = fopen(path, "re");
    while (f && fscanf(f, "%d", &pid) == 1) {
        snprintf(path, sizeof path, "/proc/%d/comm", pid);
        FILE *c = fopen(path, "re");
        if (c && fgets(comm, sizeof comm, c) && strncmp(comm, name, strlen(name)) == 0) {
            fclose(c);
            fclose(f);
            return pid;
        }
        if (c)
            fclose(c);
    }
    die("a process of pgyd is missing");
    return 0;
}

static void must(int rc, const char *what)
{
    if (rc != 0) {
        fprintf(stderr, "deliver: %s: %s\n", what, pgy_strerror(rc));
        exit(EXIT_FAILURE);
    }
}

static struct pgy_store *open_store(const struct place *place, struct pgy_arena *arena)
{
    struct pgy_store *store = NULL;
    const char *why = "";
    if (pgy_store_open(place->state, arena, &store, &why) != 0)
        die(why);
    return store;
}

/* The outbox as a long night without a network leaves it: everything due at one instant, once pgyd
 * is up. */
static void fill_outbox(const struct place *place, int messages, int round)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_store *store = open_store(place, arena);
    char payload[BODY + 256], message[48], endpoint[16];
    int64_t now = pgy_clock_now(), id;
    /* the webhook's body is then BODY bytes, give or take */
    snprintf(payload, sizeof payload, PAYLOAD, BODY - 330, 0);
    must(pgy_store_begin(store), "begin");
    must(pgy_store_outbox_prune(store, INT64_MAX), "pruning");
    for (int i = 0; i < messages; i++) {
        snprintf(message, sizeof message, "msg-%d-%d", round, i);
        snprintf(endpoint, sizeof endpoint, "e%d", i % place->endpoints);
        struct pgy_outbox_row row = {.profile = "bench",
                                     .endpoint = endpoint,
                                     .message = message,
                                     .item = "",
                                     .target = "",
                                     .step = "-3d",
                                     .type = "reminder.due",
                                     .payload = payload,
                                     .severity = PGYD_WARN,
                                     .created = now,
                                     .not_before = now + WARM_S,
                                     .expires = now + 3600,
                                     .next_try = now + WARM_S};
        must(pgy_store_outbox_add(store, &row, &id), "filling the outbox");
    }
    must(pgy_store_commit(store), "commit");
    pgy_store_close(&store);
}

static void check_sent(const struct place *place, int messages)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    struct pgy_store *store = open_store(place, arena);
    struct pgy_outbox_row *rows;
    size_t n;
    int sent = 0;
    must(pgy_store_outbox_list(store, "bench", false, (size_t)messages + 1000, arena, &rows, &n),
         "listing");
    for (size_t i = 0; i < n; i++)
        sent += strncmp(rows[i].message, "msg-", 4) == 0 && rows[i].state == PGY_OUT_SENT &&
                rows[i].attempts == 1;
    if (sent != messages || counted->n != messages) {
        fprintf(stderr,
                "deliver: of %d messages %d were received, %d are written down as sent at once\n",
                messages, counted->n, sent);
        exit(EXIT_FAILURE);
    }
    pgy_store_close(&store);
}

static void wait_for(const struct place *place, int messages)
{
    int64_t until = pgy_clock_mono_ms() + PATIENCE_S * 1000;
    while (messages ? counted->n < messages : access(place->feed, F_OK) != 0) {
        if (pgy_clock_mono_ms() > until)
            die("pgyd does not get on");
        nap();
    }
}

static struct rate whole_pgyd(const struct place *place, int messages, int round)
{
    fill_outbox(place, messages, round);
    count_anew();
    pid_t pgyd = start(place);
    wait_for(place, 1);
    pid_t core = child(pgyd, "pgyd-core"), courier = child(pgyd, "pgyd-courier");
    double cpu_core = cpu_of(core), cpu = cpu_core + cpu_of(courier);
    wait_for(place, messages);
    struct rate rate = rate_of(messages, cpu_of(core) + cpu_of(courier) - cpu);
    rate.core_us = (cpu_of(core) - cpu_core) * 1e6 / messages;
    for (int i = 0; i < 500; i++) /* the last outcomes are written */
        nap();
    stop(pgyd);
    check_sent(place, messages);
    return rate;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *list, int n)
{
    qsort(list, (size_t)n, sizeof *list, by_value);
    return list[n / 2];
}

static void make_place(struct place *place, const char *program, const char *url, int endpoints)
{
    const char *tmp = getenv("TMPDIR");
    *place = (struct place){.program = program, .url = url, .endpoints = endpoints};
    snprintf(place->dir, sizeof place->dir, "%.32s/pgyd-bench-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(place->dir))
        die("no directory for the state");
    snprintf(place->file, sizeof place->file, "%s/pgyd.ini", place->dir);
    snprintf(place->state, sizeof place->state, "%s/state", place->dir);
    snprintf(place->feed, sizeof place->feed, "%s/feeds/bench/all.generic.ics", place->state);
    write_config(place);
    pid_t pgyd = start(place);
    wait_for(place, 0);
    stop(pgyd);
}

static void remove_place(const struct place *place)
{
    pid_t pid;
    char *argv[] = {(char *)"rm", (char *)"-rf", (char *)place->dir, NULL};
    if (posix_spawnp(&pid, "rm", NULL, NULL, argv, environ) == 0)
        waitpid(pid, NULL, 0);
}

int main(int argc, char **argv)
{
    int messages = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 10000,
        rounds = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 5;
    int endpoints = argc > 4 ? (int)strtol(argv[4], NULL, 10) : 32;
    double bare[MAX_ROUNDS], ours[MAX_ROUNDS], ratio[MAX_ROUNDS], bare_cpu[MAX_ROUNDS],
        our_cpu[MAX_ROUNDS];
    char url[64];
    struct place place;
    if (argc < 2 || messages < PARALLEL || rounds < 1 || rounds > MAX_ROUNDS || endpoints < 1 ||
        endpoints > 256)
        die("usage: deliver PATH-OF-PGYD [MESSAGES [ROUNDS [ENDPOINTS]]]");
    counted =
        mmap(NULL, sizeof *counted, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (counted == MAP_FAILED)
        die("no shared memory");
    pid_t receiver = start_receiver(url);
    make_place(&place, argv[1], url, endpoints);
    for (int i = 0; i < rounds; i++) {
        struct rate b = bare_loop(url, messages), o = whole_pgyd(&place, messages, i);
        printf("round %d: bare loop of libcurl %.0f/s, %.0f us CPU; pgyd %.0f/s, %.0f us CPU (%.0f "
               "of the core); ratio %.2f\n",
               i + 1, b.a_second, b.cpu_us, o.a_second, o.cpu_us, o.core_us,
               o.a_second / b.a_second);
        fflush(stdout);
        bare[i] = b.a_second;
        ours[i] = o.a_second;
        ratio[i] = o.a_second / b.a_second;
        bare_cpu[i] = b.cpu_us;
        our_cpu[i] = o.cpu_us;
    }
    printf("deliveries: bare %.0f/s %.0f us CPU, pgyd %.0f/s %.0f us CPU, ratio %.2f (aim 0.5)\n",
           median(bare, rounds), median(bare_cpu, rounds), median(ours, rounds),
           median(our_cpu, rounds), median(ratio, rounds));
    kill(receiver, SIGKILL);
    waitpid(receiver, NULL, 0);
    remove_place(&place);
    return EXIT_SUCCESS;
}
