/* SPDX-License-Identifier: BSD-2-Clause */
/* What web reads from outside: the first byte chooses the reader, the rest is its text. Besides not
 * crashing: an accepted date is written back as the same date; an accepted target holds no byte
 * outside its alphabet; a rejected list of links changes nothing. */
#include "pgy-build.h"

#include "web/httpdate.h"
#include "web/negotiate.h"
#include "web/policy.h"
#include "web/site.h"
#include "web/tokens.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void date(const char *text)
{
    char again[PGY_HTTPDATE_TEXT];
    int64_t utc;
    int64_t back;
    if (pgy_httpdate_parse(text, 1795338000, &utc) != 0)
        return;
    if (pgy_httpdate_text(utc, again)[0])
        require(pgy_httpdate_parse(again, 0, &back) == 0 && back == utc);
}

static void links(const char *text, size_t len)
{
    struct pgy_tokens tokens = {0};
    int rc = pgy_tokens_parse(&tokens, text, len);
    require(rc == 0 || tokens.n == 0);
    for (size_t i = 0; i < tokens.n; i++)
        require(pgy_tokens_path_good(tokens.list[i].path, strlen(tokens.list[i].path)));
    pgy_tokens_free(&tokens);
}

/* Header lines "name:value" cut at line ends, as one block; every claim about where a text lies
 * must be survived. */
static void headers(const char *text, size_t len)
{
    struct pgy_policy policy = {0};
    size_t method = strcspn(text, " ");
    pgy_policy_block(&policy, text, len, text, text + method, strcspn(text + method, "\n"),
                     text + len);
    for (const char *line = text; line < text + len;) {
        const char *end = memchr(line, '\n', (size_t)(text + len - line));
        size_t n = end ? (size_t)(end - line) : (size_t)(text + len - line);
        const char *colon = memchr(line, ':', n);
        size_t name = colon ? (size_t)(colon - line) : n;
        pgy_policy_header(&policy, line, name, line + name, n - name);
        line += n + 1;
    }
    pgy_policy_end(&policy);
    unsigned status = pgy_policy_status(&policy, "GET", "HTTP/1.1", true);
    require(status == 0 || status == 400);
}

static void target(const char *text, size_t len)
{
    const char *token;
    size_t n;
    if (!pgy_policy_uri(text, len))
        return;
    require(strlen(text) == len && !strpbrk(text, "%?#\\ \t\r\n"));
    if (pgy_site_token(text, &token, &n))
        require(token + n + strlen("/pgyd.ics") == text + len && !memchr(token, '/', n));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    char *text = malloc(size);
    if (!text)
        return 0;
    size_t len = size - 1;
    memcpy(text, data + 1, len);
    text[len] = '\0';
    switch (data[0] % 6) {
    case 0:
        date(text);
        break;
    case 1:
        (void)pgy_accepts_gzip(text);
        break;
    case 2:
        require(!pgy_etag_matches(text, "\"ab\"") || strchr(text, '*') || strstr(text, "\"ab\""));
        break;
    case 3:
        links(text, len);
        break;
    case 4:
        headers(text, len);
        break;
    default:
        target(text, len);
    }
    free(text);
    return 0;
}
