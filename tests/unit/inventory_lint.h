/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines of tests/inventory.tsv whose command is lint. */
#ifndef PGY_TEST_INVENTORY_LINT_H
#define PGY_TEST_INVENTORY_LINT_H

/* text: as it stands ("\n" a line break), or @NAME for tests/inventory/lint/NAME.txt. expected:
 * "LEVEL SET". near: "in TEXT absent". Fails the test when the text is not told of under this ID,
 * or the other one is. */
void inventory_lint(const char *id, const char *text, const char *expected, const char *near);

#endif
