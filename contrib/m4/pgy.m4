# SPDX-License-Identifier: BSD-2-Clause
# Compiler settings of pgyd: warnings, hardening, sanitizers, fuzzing. Every flag is probed before it is used.

# PGY_TRY_FLAG(VARIABLE, FLAG): append FLAG to VARIABLE when the compiler and linker take it.
AC_DEFUN([PGY_TRY_FLAG], [
  AS_VAR_PUSHDEF([cachevar], [pgy_cv_flag_$2])
  AC_CACHE_CHECK([whether $CC accepts $2], [cachevar], [
    pgy_save_CFLAGS=$CFLAGS
    CFLAGS="$CFLAGS -Werror $2"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])], [AS_VAR_SET([cachevar], [yes])], [AS_VAR_SET([cachevar], [no])])
    CFLAGS=$pgy_save_CFLAGS
  ])
  AS_VAR_IF([cachevar], [yes], [$1="$$1 $2"])
  AS_VAR_POPDEF([cachevar])
])

AC_DEFUN([PGY_WARNINGS], [
  PGY_CFLAGS="-std=gnu17"
  for flag in -Wall -Wextra -Wshadow -Wconversion -Wvla -Wstrict-prototypes -Wmissing-prototypes \
              -Wpointer-arith -Wformat=2 -Wundef; do
    PGY_TRY_FLAG([PGY_CFLAGS], [$flag])
  done
  AS_IF([test "x$enable_werror" = xyes], [PGY_CFLAGS="$PGY_CFLAGS -Werror"])
  AC_SUBST([PGY_CFLAGS])
])

# Function-local resources are released by the cleanup attribute; without it the sources do not build.
AC_DEFUN([PGY_CLEANUP_ATTRIBUTE], [
  AC_CACHE_CHECK([for the cleanup attribute], [pgy_cv_cleanup], [
    AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[static void f(int *p) { *p = 0; }]],
      [[__attribute__((cleanup(f))) int x = 1; (void)x;]])], [pgy_cv_cleanup=yes], [pgy_cv_cleanup=no])
  ])
  AS_IF([test "$pgy_cv_cleanup" = no], [AC_MSG_ERROR([pgyd needs a compiler with __attribute__((cleanup)): gcc or clang])])
])

AC_DEFUN([PGY_SANITIZERS], [
  AS_CASE([$enable_sanitizers], [yes], [pgy_sanitizers=address,undefined], [no|''], [pgy_sanitizers=],
          [pgy_sanitizers=$enable_sanitizers])
  AS_IF([test -n "$pgy_sanitizers"], [
    PGY_CFLAGS="$PGY_CFLAGS -fsanitize=$pgy_sanitizers -fno-sanitize-recover=all -fno-omit-frame-pointer -g"
    PGY_LDFLAGS="$PGY_LDFLAGS -fsanitize=$pgy_sanitizers"
    AC_DEFINE([PGY_SANITIZED], [1], [Define when sanitizers are on: the cage then leaves out RLIMIT_AS and leak detection.])
  ])
  AM_CONDITIONAL([SANITIZED], [test -n "$pgy_sanitizers"])
  AC_SUBST([PGY_LDFLAGS])
])

# FORTIFY and friends hide what sanitizers look for, so never both.
AC_DEFUN([PGY_HARDENING], [
  PGY_CPPFLAGS=
  AS_IF([test -z "$pgy_sanitizers"], [
    for flag in -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -fzero-call-used-regs=used-gpr; do
      PGY_TRY_FLAG([PGY_CFLAGS], [$flag])
    done
    for flag in -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack; do
      PGY_TRY_FLAG([PGY_LDFLAGS], [$flag])
    done
    AS_CASE([" $CFLAGS $CPPFLAGS "], [*_FORTIFY_SOURCE*], [], [*" -O0 "*], [], [
      pgy_save_CFLAGS=$CFLAGS
      AC_CACHE_CHECK([for the highest usable _FORTIFY_SOURCE], [pgy_cv_fortify], [
        pgy_cv_fortify=none
        for level in 3 2; do
          CFLAGS="$pgy_save_CFLAGS -O2 -Werror -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$level"
          AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <string.h>]], [[char b[4]; memset(b, 0, sizeof b); return b[0];]])],
                         [pgy_cv_fortify=$level; break])
        done
        CFLAGS=$pgy_save_CFLAGS
      ])
      AS_IF([test "$pgy_cv_fortify" != none], [PGY_CPPFLAGS="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$pgy_cv_fortify"])
    ])
    PGY_TRY_FLAG([PGY_PIE_CFLAGS], [-fPIE])
    pgy_save_LDFLAGS=$LDFLAGS
    LDFLAGS="$LDFLAGS -pie"
    AC_MSG_CHECKING([whether the linker makes PIE])
    AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])], [AC_MSG_RESULT([yes]); PGY_PIE_LDFLAGS=-pie], [AC_MSG_RESULT([no])])
    LDFLAGS=$pgy_save_LDFLAGS
  ])
  AC_SUBST([PGY_CPPFLAGS])
  AC_SUBST([PGY_PIE_CFLAGS])
  AC_SUBST([PGY_PIE_LDFLAGS])
])

AC_DEFUN([PGY_FUZZING], [
  AS_IF([test "x$enable_fuzzing" = xyes], [
    PGY_TRY_FLAG([PGY_FUZZ_CFLAGS], [-fsanitize=fuzzer-no-link])
    AS_IF([test -z "$PGY_FUZZ_CFLAGS"], [AC_MSG_ERROR([--enable-fuzzing needs a compiler with libFuzzer: configure with CC=clang])])
    PGY_CFLAGS="$PGY_CFLAGS $PGY_FUZZ_CFLAGS"
    PGY_FUZZ_LDFLAGS="-fsanitize=fuzzer"
  ])
  AM_CONDITIONAL([FUZZING], [test "x$enable_fuzzing" = xyes])
  AC_SUBST([PGY_FUZZ_LDFLAGS])
])
