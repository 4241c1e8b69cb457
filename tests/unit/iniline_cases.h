/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines and what they are (pgyd.ini(5)), for the daemon's reader and that of plugins. */
#ifndef PGY_TESTS_INILINE_CASES_H
#define PGY_TESTS_INILINE_CASES_H

#include <stddef.h>

/* 'b'lank, '#' comment, '[' section, '=' key, '?' other; 'f'ine, 'u'nclosed, followed '+', 'n'o
 * name. */
static const struct {
    const char *line;
    char kind, fault;
    const char *text, *name, *value; /* NULL: none */
} iniline_cases[] = {
    {"", 'b', 'f', "", NULL, NULL},
    {" \t ", 'b', 'f', "", NULL, NULL},
    {"\r", 'b', 'f', "", NULL, NULL},
    {"# a = 1", '#', 'f', "# a = 1", NULL, NULL},
    {" ;[a]", '#', 'f', ";[a]", NULL, NULL},
    {"[person]", '[', 'f', "[person]", "person", NULL},
    {"\t[ person ]\r", '[', 'f', "[ person ]", "person", NULL},
    {"[contact:alvarez]", '[', 'f', "[contact:alvarez]", "contact", "alvarez"},
    {"[contact : alvarez ]", '[', 'f', "[contact : alvarez ]", "contact", "alvarez"},
    {"[a:b:c]", '[', 'f', "[a:b:c]", "a", "b:c"},
    {"[a:]", '[', 'f', "[a:]", "a", ""},
    {"[:b]", '[', 'f', "[:b]", "", "b"},
    {"[a=b]", '[', 'f', "[a=b]", "a=b", NULL},
    {"[]", '[', 'n', "[]", "", NULL},
    {"[  ]", '[', 'n', "[  ]", "", NULL},
    {"[a b", '[', 'u', "[a b", "a b", NULL},
    {"[", '[', 'u', "[", "", NULL},
    {"[a:b = c", '[', 'u', "[a:b = c", "a", "b = c"},
    {"[a] # b", '[', '+', "[a] # b", "a", NULL},
    {"[a] b:c", '[', '+', "[a] b:c", "a", NULL},
    {"[a]]", '[', '+', "[a]]", "a", NULL},
    {"[] a", '[', '+', "[] a", "", NULL},
    {"key = value", '=', 'f', "key = value", "key", "value"},
    {"  a key=a value \t\r", '=', 'f', "a key=a value", "a key", "a value"},
    {"url = a=b", '=', 'f', "url = a=b", "url", "a=b"},
    /* no comment behind a value, no quoting, no continuation */
    {"k = v ; w # x", '=', 'f', "k = v ; w # x", "k", "v ; w # x"},
    {"k = \"v \"", '=', 'f', "k = \"v \"", "k", "\"v \""},
    {"k = v \\", '=', 'f', "k = v \\", "k", "v \\"},
    {"k = [v]", '=', 'f', "k = [v]", "k", "[v]"},
    {"k#1 = v", '=', 'f', "k#1 = v", "k#1", "v"},
    {"k =", '=', 'f', "k =", "k", ""},
    {"k =  ", '=', 'f', "k =", "k", ""},
    {"= v", '=', 'n', "= v", "", "v"},
    {" =", '=', 'n', "=", "", ""},
    {"only words", '?', 'f', "only words", NULL, NULL},
    {"key: value", '?', 'f', "key: value", NULL, NULL},
    {"a]", '?', 'f', "a]", NULL, NULL},
};
enum { INILINE_CASES = sizeof iniline_cases / sizeof iniline_cases[0] };

#endif
