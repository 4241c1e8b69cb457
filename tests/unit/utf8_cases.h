/* SPDX-License-Identifier: BSD-2-Clause */
/* Sequences of bytes and what they are (RFC 3629), for the daemon's steps and those of plugins. */
#ifndef PGY_TESTS_UTF8_CASES_H
#define PGY_TESTS_UTF8_CASES_H

#include <stddef.h>
#include <stdint.h>

static const struct {
    const char *bytes;
    size_t n; /* bytes of the character they begin with; 0: none */
    uint32_t code;
} utf8_cases[] = {
    /* the first and the last character of each length */
    {"a", 1, 'a'},
    {"\x01", 1, 0x01},
    {"\x7f", 1, 0x7f},
    {"\xc2\x80", 2, 0x80},
    {"\xc3\xa9", 2, 0xe9},
    {"\xdf\xbf", 2, 0x7ff},
    {"\xe0\xa0\x80", 3, 0x800},
    {"\xe2\x82\xac", 3, 0x20ac},
    {"\xed\x9f\xbf", 3, 0xd7ff},
    {"\xee\x80\x80", 3, 0xe000},
    {"\xef\xbf\xbf", 3, 0xffff},
    {"\xf0\x90\x80\x80", 4, 0x10000},
    {"\xf0\x9f\x93\x85", 4, 0x1f4c5},
    {"\xf4\x8f\xbf\xbf", 4, 0x10ffff},
    {"\xc3\xa9z", 2, 0xe9},
    /* a continuation from nowhere */
    {"\x80", 0, 0},
    {"\xbf", 0, 0},
    /* cut short by the end, by a letter, by another character */
    {"\xc3", 0, 0},
    {"\xe2\x82", 0, 0},
    {"\xf0\x9f\x93", 0, 0},
    {"\xc3z", 0, 0},
    {"\xe2\x82z", 0, 0},
    {"\xf0\x9f\x93z", 0, 0},
    {"\xe2\xc3\xa9", 0, 0},
    /* overlong */
    {"\xc0\x80", 0, 0},
    {"\xc1\xbf", 0, 0},
    {"\xe0\x80\x80", 0, 0},
    {"\xe0\x9f\xbf", 0, 0},
    {"\xf0\x80\x80\x80", 0, 0},
    {"\xf0\x8f\xbf\xbf", 0, 0},
    /* surrogates */
    {"\xed\xa0\x80", 0, 0},
    {"\xed\xbf\xbf", 0, 0},
    /* above U+10FFFF */
    {"\xf4\x90\x80\x80", 0, 0},
    {"\xf5\x80\x80\x80", 0, 0},
    {"\xf8\x88\x80\x80\x80", 0, 0},
    {"\xfe", 0, 0},
    {"\xff", 0, 0},
};

enum { UTF8_CASES = sizeof utf8_cases / sizeof utf8_cases[0] };

#endif
