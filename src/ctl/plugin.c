/* SPDX-License-Identifier: BSD-2-Clause */
/* Plugins: which there are, what one declares, and the beginning of a new one. plugintest.c tries
 * one out. */
#include "ctl/ctl.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static json_t *plugin_json(const struct pgy_declaration *p)
{
    json_t *o =
        json_pack("{ss sb ss ss so so}", "name", p->plugin, "listed", (int)p->listed, "version",
                  p->version ? p->version : "", "summary", p->summary ? p->summary : "", "path",
                  ctl_text_or_null(p->path), "failed", ctl_text_or_null(p->failed));
    if (!p->failed)
        json_object_set_new(o, "api",
                            json_pack("{si si}", "major", (int)p->major, "minor", (int)p->minor));
    return o;
}

static int open_plugins(struct ctl *ctl, struct pgy_house **house)
{
    struct pgy_problems problems = {.arena = ctl->arena};
    int rc = pgy_house_open(ctl->file, NULL, &problems, house);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "pgyd's own files cannot be found: %s",
                           pgy_strerror(rc))
              : CTL_DONE;
}

int ctl_plugin_list(struct ctl *ctl)
{
    static const struct ctl_field fields[] = {{"PLUGIN", "name", 0},
                                              {"PLANS", "listed", 0},
                                              {"VERSION", "version", 0},
                                              {"SUMMARY", "summary", CTL_WRAP},
                                              {"FAILED", "failed", CTL_WRAP}};
    struct pgy_house *house = NULL;
    int rc = open_plugins(ctl, &house);
    if (rc != CTL_DONE)
        return rc;
    json_t *list = json_array();
    for (size_t i = 0; i < house->schema->nplugins; i++)
        json_array_append_new(list, plugin_json(&house->schema->plugins[i]));
    pgy_house_free(&house);
    if (ctl->json)
        return ctl_print(json_pack("{so}", "plugins", list));
    ctl_table_json(list, fields, sizeof fields / sizeof fields[0], "no plugin is installed");
    json_decref(list);
    return CTL_DONE;
}

/* What a discreet reminder says of its items, kind by kind, declared or not. */
static json_t *discreet_json(const struct pgy_declaration *p)
{
    json_t *list = json_array();
    for (uint16_t kind = PGYD_MILESTONE; kind < PGY_KINDS; kind++)
        json_array_append_new(list, json_pack("{ss ss}", "kind", pgy_kind_text(kind), "words",
                                              pgy_declaration_discreet(p, kind)));
    return list;
}

/* An end of a rename as plugins declare it: the slug alone where it is the plugin's own. */
static const char *declared(const struct pgy_declaration *p, const char *id)
{
    size_t len = strlen(p->plugin);
    return strncmp(id, p->plugin, len) == 0 && id[len] == '/' ? id + len + 1 : id;
}

static json_t *details_json(const struct pgy_declaration *p, struct pgy_arena *arena)
{
    json_t *o = plugin_json(p), *keys = json_array(), *kinds = json_array(),
           *reports = json_array(), *renames = json_array();
    for (size_t i = 0; i < p->nkeys; i++)
        json_array_append_new(keys, json_pack("{ss ss ss so ss}", "section", p->keys[i].section,
                                              "key", p->keys[i].name, "type",
                                              pgy_key_type_text(&p->keys[i], arena), "default",
                                              ctl_text_or_null(p->keys[i].fallback), "help",
                                              p->keys[i].help ? p->keys[i].help : ""));
    for (size_t i = 0; i < p->nkinds; i++)
        json_array_append_new(kinds, json_pack("{ss so so so ss}", "kind", p->kinds[i].name,
                                               "subject", ctl_text_or_null(p->kinds[i].subject),
                                               "events", ctl_text_or_null(p->kinds[i].events),
                                               "keys", ctl_text_or_null(p->kinds[i].keys), "help",
                                               p->kinds[i].help ? p->kinds[i].help : ""));
    for (size_t i = 0; i < p->nreports; i++)
        json_array_append_new(reports, json_pack("{ss so ss}", "name", p->reports[i].name, "args",
                                                 ctl_text_or_null(p->reports[i].args), "help",
                                                 p->reports[i].help ? p->reports[i].help : ""));
    for (size_t i = 0; i < p->nrenames; i++)
        json_array_append_new(renames, json_pack("{ss ss}", "from", declared(p, p->renames[i].from),
                                                 "to", declared(p, p->renames[i].to)));
    json_object_set_new(o, "label", json_string(pgy_declaration_label(p, arena)));
    json_object_set_new(o, "color", ctl_text_or_null(p->color));
    json_object_set_new(o, "discreet", discreet_json(p));
    json_object_set_new(o, "keys", keys);
    json_object_set_new(o, "journal", kinds);
    json_object_set_new(o, "reports", reports);
    json_object_set_new(o, "renames", renames);
    return o;
}

static void print_details(struct ctl *ctl, const json_t *o)
{
    static const struct ctl_field keys[] = {{"SECTION", "section", 0},
                                            {"KEY", "key", 0},
                                            {"DEFAULT", "default", 0},
                                            {"", "help", CTL_WRAP}};
    static const struct ctl_field kinds[] = {{"LOG", "kind", 0},
                                             {"SUBJECT", "subject", 0},
                                             {"EVENT", "events", CTL_WRAP},
                                             {"KEYS", "keys", 0},
                                             {"", "help", CTL_WRAP}};
    static const struct ctl_field reports[] = {
        {"REPORT", "name", 0}, {"ARGUMENTS", "args", 0}, {"", "help", CTL_WRAP}};
    static const struct ctl_field discreet[] = {{"KIND", "kind", 0},
                                                {"A DISCREET REMINDER SAYS", "words", CTL_WRAP}};
    const char *color = ctl_text(ctl, o, "color");
    printf("%s %s: %s\n%s%s\n", ctl_text(ctl, o, "name"), ctl_text(ctl, o, "version"),
           ctl_text(ctl, o, "summary"), ctl_text(ctl, o, "path"),
           json_is_true(json_object_get(o, "listed"))
               ? ""
               : "\nnot in [daemon] plugins: it plans nothing");
    if (*ctl_text(ctl, o, "failed"))
        printf("\nit cannot be used: %s\n", ctl_text(ctl, o, "failed"));
    printf("label %s, color %s\n\n", ctl_text(ctl, o, "label"), *color ? color : "pgyd's own");
    ctl_table_json(json_object_get(o, "keys"), keys, sizeof keys / sizeof keys[0],
                   "it declares no keys");
    puts("");
    ctl_table_json(json_object_get(o, "journal"), kinds, sizeof kinds / sizeof kinds[0],
                   "nothing can be logged for it");
    puts("");
    ctl_table_json(json_object_get(o, "reports"), reports, sizeof reports / sizeof reports[0],
                   "it has no reports");
    puts("");
    ctl_table_json(json_object_get(o, "discreet"), discreet, sizeof discreet / sizeof discreet[0],
                   "");
}

int ctl_plugin_show(struct ctl *ctl)
{
    struct pgy_house *house = NULL;
    int rc = open_plugins(ctl, &house);
    if (rc != CTL_DONE)
        return rc;
    const struct pgy_declaration *p = pgy_schema_plugin(house->schema, ctl->args[0]);
    if (!p) {
        rc = ctl_plugin(ctl, house->schema, ctl->args[0], &p);
        pgy_house_free(&house);
        return rc;
    }
    json_t *o = details_json(p, ctl->arena);
    if (ctl->json)
        rc = ctl_print(json_incref(o));
    else
        print_details(ctl, o);
    json_decref(o);
    pgy_house_free(&house);
    return rc;
}

/* ---- plugin new ---- */

/* what the id of a section may have: a plugin's own section is called after it */
enum { NAME_MAX_BYTES = 24 };

static const char source[] =
    "/* %1$s: a plugin for pgyd. The contract is <pgyd/plugin.h>; how to try it out is in README "
    "beside this file. */\n"
    "#include <pgyd/plugin.h>\n"
    "\n"
    "/* What may stand in the configuration file: [%1$s] day = 2027-07-01 */\n"
    "static const struct pgyd_key keys[] = {\n"
    "    {.size = sizeof(struct pgyd_key), .section = \"%1$s\", .name = \"day\", .type = "
    "PGYD_DATE, .help = \"The day to plan for.\"},\n"
    "};\n"
    "\n"
    "/* Everything that follows from the configuration and the journal. Nothing in it may depend "
    "on the clock. */\n"
    "static int plan(const struct pgyd_host *h)\n"
    "{\n"
    "    struct pgyd_value day = {.size = sizeof day};\n"
    "    if (!h->get(h->ctx, \"%1$s\", \"\", \"day\", &day))\n"
    "        return 0;\n"
    "    struct pgyd_item item = {.size = sizeof item, .kind = PGYD_MILESTONE, .slug = \"day\", "
    ".title = \"The day of %1$s\",\n"
    "                             .start = day.day, .end = PGYD_NO_DAY, .start_minute = -1, "
    ".end_minute = -1};\n"
    "    return h->emit(h->ctx, &item);\n"
    "}\n"
    "\n"
    "/* What a phone may show to whoever looks: no name, no figure. The day follows. */\n"
    "static const struct pgyd_discreet discreet[] = {\n"
    "    {.size = sizeof(struct pgyd_discreet), .kind = PGYD_MILESTONE, .words = \"a day of yours "
    "is\"},\n"
    "};\n"
    "\n"
    "PGYD_PLUGIN(%1$s)\n"
    "    PGYD_PLUGIN_HEAD(%1$s),\n"
    "    .version = \"0.1\",\n"
    "    .summary = \"plans one day\",\n"
    "    .label = \"%2$s\",\n"
    "    .color = \"#4682B4\",\n"
    "    .discreet = discreet,\n"
    "    .ndiscreet = sizeof discreet / sizeof discreet[0],\n"
    "    .keys = keys,\n"
    "    .nkeys = sizeof keys / sizeof keys[0],\n"
    "    .plan = plan,\n"
    "PGYD_PLUGIN_END\n";

static const char sample[] = "# What %1$s is tried out with.\n"
                             "[daemon]\n"
                             "plugins = %1$s\n"
                             "\n"
                             "[person]\n"
                             "id = sample\n"
                             "timezone = America/New_York\n"
                             "\n"
                             "[%1$s]\n"
                             "day = 2027-07-01\n";

static const char readme[] = "%1$s: a plugin for pgyd.\n"
                             "\n"
                             "build it    %2$s\n"
                             "try it out  %3$s\n"
                             "use it      put %1$s.so into a folder of [daemon] plugin_path, and "
                             "%1$s into [daemon] plugins\n";

/* What the compiler needs to find <pgyd/plugin.h>: nothing where compilers look anyway. */
static const char *include_option(struct ctl *ctl, const struct pgy_paths *paths)
{
    char etc[PATH_MAX];
    if (paths->uninstalled && realpath(paths->data, etc)) {
        char *slash = strrchr(etc, '/');
        return pgy_arena_printf(ctl->arena, " -I%.*s/src/include", slash ? (int)(slash - etc) : 0,
                                etc);
    }
    bool usual = strcmp(PGY_INCLUDEDIR, "/usr/include") == 0 ||
                 strcmp(PGY_INCLUDEDIR, "/usr/local/include") == 0;
    return usual ? "" : " -I" PGY_INCLUDEDIR;
}

/* A name that a C identifier, a file and a section can have, and that nobody else has. */
static int check_name(struct ctl *ctl, const struct pgy_schema *schema, const char *name)
{
    if (!pgy_str_made_of(name, NAME_MAX_BYTES, PGY_SMALL PGY_DIGITS "_") || *name < 'a')
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "'%s' cannot be the name of a plugin: write a-z, 0-9 and '_', beginning "
                          "with a letter, at most %d characters",
                          name, NAME_MAX_BYTES);
    const struct pgy_kind_def *kind = pgy_schema_kind(schema, name);
    if (pgy_schema_plugin(schema, name))
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "there is a plugin '%s' already; take another name", name);
    if (kind)
        return ctl_refuse(ctl, CTL_REFUSED, NULL,
                          "the section [%s] belongs to %s already; take another name", name,
                          kind->owner ? kind->owner : "pgyd");
    return CTL_DONE;
}

static int write_text(struct ctl *ctl, const char *path, const char *text)
{
    int rc = pgy_file_replace(path, text, strlen(text), 0644);
    return rc ? ctl_refuse(ctl, CTL_REFUSED, NULL, "%s cannot be written: %s", path,
                           pgy_strerror(rc))
              : CTL_DONE;
}

static int make_folder(struct ctl *ctl, const char *name)
{
    if (mkdir(name, 0777) == 0)
        return CTL_DONE;
    if (errno == EEXIST)
        return ctl_refuse(
            ctl, CTL_REFUSED, NULL,
            "%s is there already, and is left as it is; take another name or go to another folder",
            name);
    return ctl_refuse(ctl, CTL_REFUSED, NULL, "the folder %s cannot be made: %s", name,
                      strerror(errno));
}

int ctl_plugin_new(struct ctl *ctl)
{
    const char *name = ctl->args[0];
    struct pgy_house *house = NULL;
    int rc = open_plugins(ctl, &house);
    if (rc != CTL_DONE)
        return rc;
    rc = check_name(ctl, house->schema, name);
    const char *include = include_option(ctl, &house->paths);
    pgy_house_free(&house);
    if (rc != CTL_DONE || (rc = make_folder(ctl, name)) != CTL_DONE)
        return rc;
    struct pgy_arena *a = ctl->arena;
    const char *label = pgy_declaration_label(&(struct pgy_declaration){.plugin = name}, a);
    const char *build = pgy_arena_printf(a, "cc -shared -fPIC -fvisibility=hidden%s -o %s.so %s.c",
                                         include, name, name);
    const char *test = pgy_arena_printf(a, "pgyctl plugin test %s.so", name);
    const char *const files[] = {pgy_arena_printf(a, "%s/%s.c", name, name),
                                 pgy_arena_printf(a, "%s/%s.ini", name, name),
                                 pgy_arena_printf(a, "%s/README", name)};
    if ((rc = write_text(ctl, files[0], pgy_arena_printf(a, source, name, label))) != CTL_DONE ||
        (rc = write_text(ctl, files[1], pgy_arena_printf(a, sample, name))) != CTL_DONE ||
        (rc = write_text(ctl, files[2], pgy_arena_printf(a, readme, name, build, test))) !=
            CTL_DONE)
        return rc;
    if (ctl->json)
        return ctl_print(json_pack("{ss s[sss] ss ss}", "folder", name, "files", files[0], files[1],
                                   files[2], "build", build, "test", test));
    printf("%s, %s and %s are there; next:\n  cd %s\n  %s\n  %s\n", files[0], files[1], files[2],
           name, build, test);
    return CTL_DONE;
}
