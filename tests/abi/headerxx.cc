/* SPDX-License-Identifier: BSD-2-Clause */
/* The same source as C++. */
#include "header.c"
