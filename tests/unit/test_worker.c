/* SPDX-License-Identifier: BSD-2-Clause */
/* What a plugin is told, and what it answers, through the worker. */
#include "runner.h"

static const char configuration[] = "[daemon]\n"
                                    "plugins = good\n"
                                    "state_dir = /secret/place\n"
                                    "[person]\n"
                                    "id = ada\n"
                                    "timezone = America/Chicago\n"
                                    "[training]\n"
                                    "specialty = im\n"
                                    "start = 2024-07-01\n"
                                    "[quiet]\n"
                                    "oncall = yes\n"
                                    "[notify:phone]\n"
                                    "type = webhook\n"
                                    "url = https://example.org/hook\n"
                                    "secret = whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n"
                                    "[good]\n"
                                    "note = remember\n"
                                    "[friend:bo]\n"
                                    "last = 2026-11-01\n"
                                    "tag_x = y\n"
                                    "[friend:cy]\n"
                                    "cadence = 1mo\n";

struct loaded {
    struct pgy_run *described;
    struct pgy_schema *schema;
    struct pgy_config *config;
    struct pgy_problems problems;
};

static void load(const struct runner *runner, const char *text, struct loaded *l)
{
    struct pgy_run_input input = runner_input(runner, PGY_VERB_DESCRIBE, "good");
    *l = (struct loaded){.described = runner_run(&input), .problems = {.arena = runner->arena}};
    struct pgy_declaration declaration = pgy_run_result(l->described)->declaration;
    declaration.listed = true;
    l->schema = pgy_schema_new(&declaration, 1, "test.ini", &l->problems);
    assert_int_equal(pgy_config_parse("test.ini", text, strlen(text), l->schema, false,
                                      &l->problems, &l->config),
                     0);
    if (l->problems.errors)
        fail_msg("%s", pgy_problem_text(&l->problems.list[0], runner->arena));
}

static void unload(struct loaded *l)
{
    pgy_config_free(&l->config);
    pgy_schema_free(&l->schema);
    pgy_run_free(&l->described);
}

static struct pgy_happening happening(int64_t number, pgy_day on, const char *kind,
                                      const char *subject, const char *event)
{
    return (struct pgy_happening){
        .number = number, .on = on, .kind = kind, .subject = subject, .event = event};
}

/* What the plugin was told, in the words of tests/plugins/good.c. */
static void test_plan(void **state)
{
    const struct runner *runner = *state;
    struct loaded l;
    load(runner, configuration, &l);
    struct pgy_happening list[] = {
        happening(0, TODAY - 21, "met", "bo", ""),
        happening(1, TODAY - 9, "met", "cy", "coffee"),
        happening(2, TODAY - 8, "done", "good/answer", ""),
        happening(3, TODAY - 8, "done", "goodness/answer", ""),
        happening(4, TODAY - 8, "started", "", ""),
        happening(5, TODAY - 7, "met", "bo", "call"),
    };
    list[5].reversed = true;
    const struct pgy_journal journal = {.list = list, .n = 6};
    const struct pgy_busy_span busy[] = {
        {.start = TODAY, .end = TODAY + 3, .kind = "nights", .name = "MICU"}};
    const struct pgy_data_file data[] = {{"packs", "im.tsv", "12345", 5},
                                         {"letters", "decline.txt", "12", 2}};
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "good");
    /* Were it ever let to declare a key of [daemon]: that must not show it the key. */
    struct pgy_key keys[6];
    struct pgy_declaration declaration = *pgy_schema_plugin(l.schema, "good");
    assert_int_equal(declaration.nkeys, 5);
    memcpy(keys, declaration.keys, 5 * sizeof *keys);
    keys[5] = (struct pgy_key){
        .section = "daemon", .name = "state_dir", .type = PGYD_PATH, .help = "x", .owner = "good"};
    declaration.keys = keys;
    declaration.nkeys = 6;
    struct pgy_schema schema = *l.schema;
    schema.plugins = &declaration;
    schema.nplugins = 1;
    input.config = l.config;
    input.schema = &schema;
    input.journal = &journal;
    input.busy = busy;
    input.nbusy = 1;
    input.data = data;
    input.ndata = 2;
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    if (r->rc)
        fail_msg("%s", r->failure);
    assert_int_equal(r->batch.n, 7);
    assert_string_equal(r->batch.version, "1.3");
    assert_string_equal(
        find_item(r, "good/inputs")->detail,
        "profile ada\nzone America/Chicago\nnote remember\ncount 3 (default)\nfriends 2\n"
        "events 3: met/bo/ met/cy/coffee done/good/answer/ \nbusy 1\ndata 5\nsecrets 0");
    assert_int_equal(find_item(r, "good/friend-bo")->start, TODAY + 14);
    assert_int_equal(find_item(r, "good/friend-cy")->start, TODAY + 30); /* Dec 22 */
    const struct pgy_item *answer = find_item(r, "good/answer");
    assert_int_equal(answer->nsteps, 0);
    assert_int_equal(answer->stakes, PGYD_COSTLY);
    assert_int_equal(answer->by, answer->end);
    const struct pgy_item *timed = find_item(r, "good/call@2026-11");
    assert_int_equal(timed->start_minute, 540);
    assert_int_equal(timed->nrefs, 2);
    assert_int_equal(timed->steps[0].unit, 'm');
    assert_string_equal(timed->done_log, "met board call");
    assert_int_equal(timed->flags, PGYD_ITEM_BUSY | PGYD_ITEM_FINAL | PGYD_ITEM_TYPED);
    assert_int_equal(timed->stakes, PGYD_FATAL);
    assert_int_equal(timed->by, timed->start + 3); /* Nov 30 + 3 */
    assert_string_equal(timed->about, "friend:bo");
    assert_string_equal(timed->next, "Ask for the number — twice");
    assert_string_equal(timed->why, "The list closes.");
    pgy_run_free(&run);
    unload(&l);
}

/* What is planned does not depend on anything but the inputs. */
static void test_plan_is_repeatable(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_PLAN, "good");
    struct pgy_run *first = runner_run(&input), *second = runner_run(&input);
    const struct pgy_batch *a = &pgy_run_result(first)->batch, *b = &pgy_run_result(second)->batch;
    assert_int_equal(a->n, 5);
    assert_int_equal(b->n, a->n);
    for (size_t i = 0; i < a->n; i++)
        assert_true(pgy_item_hash(&a->items[i]) == pgy_item_hash(&b->items[i]));
    pgy_run_free(&first);
    pgy_run_free(&second);
}

static void test_check(void **state)
{
    const struct runner *runner = *state;
    struct pgy_run_input input = runner_input(runner, PGY_VERB_CHECK, "good");
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->rc, 0);
    assert_int_equal(r->nproblems, 1);
    assert_int_equal(r->problems[0].severity, PGYD_WARN);
    assert_string_equal(r->problems[0].section, "good");
    assert_string_equal(r->problems[0].key, "note");
    assert_string_equal(r->problems[0].message, "is not set");
    assert_string_equal(r->problems[0].remedy, "write what you want to remember");
    pgy_run_free(&run);
    struct loaded l;
    load(runner, "[person]\ntimezone = UTC\n[good]\nnote = wrong\n", &l);
    input.config = l.config;
    input.schema = l.schema;
    run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->nproblems, 1);
    assert_int_equal(pgy_run_result(run)->problems[0].severity, PGYD_CRITICAL);
    assert_null(pgy_run_result(run)->problems[0].remedy);
    pgy_run_free(&run);
    unload(&l);
}

static void test_report(void **state)
{
    const struct runner *runner = *state;
    const struct pgyd_arg args[] = {{"title", "Mine"}};
    struct pgy_run_input input = runner_input(runner, PGY_VERB_REPORT, "good");
    input.report = "everything";
    input.args = args;
    input.nargs = 1;
    struct pgy_run *run = runner_run(&input);
    const struct pgy_run_result *r = pgy_run_result(run);
    assert_int_equal(r->rc, 0);
    assert_int_equal(r->nparts, 9);
    assert_int_equal(r->parts[0].type, PGYD_HEADING);
    assert_string_equal(r->parts[8].text, "Mine");
    assert_string_equal(r->parts[3].cells[1], "b");
    assert_true(r->parts[5].nums[1] > 1.9 && r->parts[5].nums[1] < 2.1);
    pgy_run_free(&run);
    input.report = "nothing";
    run = runner_run(&input);
    assert_int_equal(pgy_run_result(run)->rc, PGY_EREFUSED);
    assert_non_null(strstr(pgy_run_result(run)->failure, "there is no such report"));
    pgy_run_free(&run);
    input = runner_input(runner, PGY_VERB_REPORT, "newer");
    run = runner_run(&input);
    assert_non_null(strstr(pgy_run_result(run)->failure, "has no reports"));
    pgy_run_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan),
        cmocka_unit_test(test_plan_is_repeatable),
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_report),
    };
    return cmocka_run_group_tests_name("worker", tests, runner_setup, runner_teardown);
}
