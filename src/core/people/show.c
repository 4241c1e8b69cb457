/* SPDX-License-Identifier: BSD-2-Clause */
/* What status shows of people and of the main file. Only reads. */
#include "core/people/inside.h"
#include "core/say.h"

static json_t *problem_list(const struct pgy_problem *problems, size_t n)
{
    struct pgy_arena *arena PGY_ARENA_CLEANUP = pgy_arena_new();
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_string(pgy_problem_text(&problems[i], arena)));
    return list;
}

static json_t *notes_json(const struct core_profile *profile)
{
    return problem_list(profile->notes.list, profile->notes.n);
}

static const char *in_force(const struct core_person *person)
{
    return !person->config ? "none" : person->accepted ? "accepted" : "file";
}

static json_t *plugins_json(const struct core_profile *profile)
{
    json_t *list = json_array();
    for (size_t i = 0; i < profile->nplugins; i++) {
        const struct core_plugin *p = &profile->plugins[i];
        json_array_append_new(
            list, json_pack("{ss ss sI sb ss si so}", "name", p->name, "version",
                            p->version ? p->version : "", "items", (json_int_t)p->items, "stale",
                            (int)p->stale, "failure", p->failure ? p->failure : "", "failures",
                            (int)p->failures, "next_try", core_say_instant(p->next_try)));
    }
    return list;
}

static json_t *calendars_json(const struct core_profile *profile)
{
    json_t *list = json_array();
    const char *id, *failure;
    size_t shifts;
    for (size_t i = 0; pgy_oncall_nth(profile->calls.oncall, i, &id, &shifts, &failure); i++)
        json_array_append_new(list, json_pack("{ss sI ss}", "id", id, "shifts", (json_int_t)shifts,
                                              "failure", failure ? failure : ""));
    return list;
}

json_t *core_people_json(const struct core_people *people, const struct core_person *person,
                         int64_t now)
{
    const struct core_profile *profile = core_profile_of(person);
    const struct core_work *work = &profile->work;
    char today[PGY_DAY_TEXT] = "";
    int64_t seen = 0;
    bool owned = false;
    struct pgy_timeline *timeline =
        person->config ? core_person_timeline(person, people->in.store, now, &owned) : NULL;
    if (person->config)
        pgy_civil_text(core_person_today(person, now), today);
    if (person->id && pgy_store_signed(people->in.store, person->id, &seen) != 0)
        seen = 0;
    json_t *answer = json_pack(
        "{ss ss ss ss sI ss so so so so so so}", "id", person->id ? person->id : "", "file",
        person->file, "today", today, "timezone", person->tz ? pgy_tz_name(person->tz) : "",
        "items", (json_int_t)(timeline ? timeline->n : 0), "in_force", in_force(person), "problems",
        notes_json(profile), "planned", core_say_instant(work->planned), "next_pass",
        core_say_instant(work->next_pass), "seen", core_say_instant(seen), "plugins",
        plugins_json(profile), "calendars", calendars_json(profile));
    if (owned)
        pgy_timeline_free(&timeline);
    return answer;
}

json_t *core_people_entry(const struct core_people *people, const struct core_person *person)
{
    (void)people;
    const struct core_profile *profile = core_profile_of(person);
    size_t items = 0;
    for (size_t i = 0; i < profile->nplugins; i++)
        items += profile->plugins[i].items;
    return json_pack("{ss ss ss sI so}", "id", person->id ? person->id : "", "file", person->file,
                     "in_force", in_force(person), "items", (json_int_t)items, "next_pass",
                     core_say_instant(profile->work.next_pass));
}

json_t *core_people_verdict(const struct core_people *people, const struct core_person *person)
{
    (void)people;
    return json_pack("{ss ss so}", "id", person->id ? person->id : "", "in_force", in_force(person),
                     "problems", notes_json(core_profile_of(person)));
}

json_t *core_people_main_file(const struct core_people *people)
{
    const struct core_main_file *main = &people->main;
    json_t *problems = NULL;
    for (const struct core_person *p = people->roll.first; p; p = p->next) {
        if (p->in_folder)
            continue;
        json_decref(problems);
        problems = notes_json(core_profile_of(p));
    }
    if (!problems) /* the main file is about nobody */
        problems = problem_list(main->problems.list, main->problems.n);
    return json_pack("{ss ss so}", "file", main->house->main_file, "in_force",
                     main->accepted ? "accepted" : "file", "problems", problems);
}

bool core_people_daemon_accepted(const struct core_people *people)
{
    return people->main.accepted;
}

void core_people_count(const struct core_people *people, struct core_people_counts *counts)
{
    *counts = (struct core_people_counts){.people = people->roll.n};
    for (const struct core_person *p = people->roll.first; p; p = p->next) {
        const struct core_profile *profile = core_profile_of(p);
        counts->out += !p->config;
        for (size_t i = 0; i < profile->nplugins; i++)
            counts->failing += profile->plugins[i].failure != NULL;
    }
}
