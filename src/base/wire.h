/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames between the daemon's own processes, after the hellos (base/link.h). Every child has its
 * channel to the parent as descriptor 3. The parent makes a fresh socketpair for each pair of
 * children that talk (core-web, core-courier) and hands an end to each, again whenever one was
 * restarted. */
#ifndef PGY_BASE_WIRE_H
#define PGY_BASE_WIRE_H

enum { PGY_CHANNEL_FD = 3, PGY_LINK_MAX = 8 * 1024 * 1024 };

/* Parent to child. */
enum pgy_wire_down {
    /* str peer ("core", "web", "courier") + 1 descriptor: talk to it through this from now on;
       close the old one */
    PGY_P_LINK = 1,
    PGY_P_SOCKET, /* to web: u8 which (0 feeds, 1 metrics) + 1 descriptor: a listening socket */
    PGY_P_FEEDS,  /* to web: + 1 descriptor: read-only directory state_dir/feeds */
    /* to core: u8 which, u8 ok, str shown ("127.0.0.1:8479" with the real port; "unix:/path"), str
       error sentence */
    PGY_P_BOUND,
    PGY_P_CHILD,  /* to core, whenever it changes: str name, i64 pid (0: not running), u32 restarts,
                     str last end ("" or "killed by SIGSEGV") */
    PGY_P_RELOAD, /* to core: read the configuration again (SIGHUP) */
    PGY_P_STOP,   /* finish and exit 0 within 5 s */
    PGY_P_PING,   /* watchdog on: answer with PGY_P_PONG */
};

/* Child to parent. */
enum pgy_wire_up {
    PGY_P_BIND = 32, /* core: u8 which, bytes sockaddr (AF_INET, AF_INET6, AF_UNIX), str as
                        configured: bind, listen, hand to web. Again after a reload: the old socket
                        stays unless the address differs */
    /* core: + 1 descriptor of state_dir/feeds, kept by the parent for every web it starts */
    PGY_P_SERVE,
    PGY_P_READY,  /* core: the first plan is published, str status line */
    PGY_P_STATUS, /* core: str status line for the service manager */
    /* core: str one sentence: there is no use in restarting me; the parent stops all and exits 1 */
    PGY_P_FATAL,
    PGY_P_PONG,
    PGY_P_RELOADED, /* core: the reload asked for is over (sd_notify READY=1 after RELOADING=1) */
};

/* Web to core. */
enum pgy_wire_web {
    /* bytes SHA-256(token), i64 UTC seconds, str User-Agent (cut to 120 bytes): at most one a token
       a minute */
    PGY_W2C_FETCHED = 64,
};
enum pgy_wire_to_web {
    /* str Prometheus text of the core, appended to web's own on /metrics; sent once a minute */
    PGY_C2W_METRICS = 72,
};

/* Core to courier. */
enum pgy_wire_courier {
    PGY_C_SEND = 96, /* i64 row id, u32 attempt, str profile, str endpoint, str type
                        (log|webhook|ntfy|slack), str url, str secrets (blank-separated), str
                        ca_file, u32 n, n * str CIDR allowed though private, u8 detail (0 discreet,
                        1 title, 2 full), str message id, str message type
                        ("reminder.due"), i64 created, i64 expires, u32 severity, str payload (JSON,
                        remind/remind.h) */
    /* u32: so many results of this link are written down; what is sent from here on was claimed
       knowing them */
    PGY_C_SEEN,
};

/* Courier to core. */
enum pgy_wire_result {
    PGY_C_RESULT =
        112, /* i64 row id, u32 attempt, u8 enum pgy_outcome, i64 status code (0: none), i64 retry
                after (seconds, -1: none), str error sentence without secrets or URLs */
    PGY_C_INFLIGHT, /* right after the hello and any results held back: u32 n, n * (i64 row id, u32
                       attempt): still being sent */
};

/* pgyctl to core over state_dir/control, and back. */
enum pgy_wire_control {
    PGY_X_REQUEST = 128, /* u32 n, n * str: command and arguments, options resolved: ["done", "me",
                            "mine/mercy-answer-by", "2026-11-22"] */
    PGY_X_CHUNK,         /* str: a piece of the JSON answer (at most 256 KiB each) */
    /* i64 exit status (0, 1, 2), str last piece of the JSON answer: {"error": …} when the status is
       not 0 */
    PGY_X_ANSWER,
};

#endif
