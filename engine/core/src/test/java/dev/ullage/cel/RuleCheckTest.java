package dev.ullage.cel;

import static dev.ullage.cel.Asking.COMPILER;
import static dev.ullage.cel.Asking.objections;
import static dev.ullage.cel.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.RuleCheck;
import dev.ullage.rule.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCheckTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 1000, textBlock = """
                    gramt.live                                | 0: unknown variable `gramt`; did you mean `grant`?
                    grant.live && credential.active           | 14: unknown variable `credential`; known: `grant`, `principal`, `bucket`, `as_of`
                    principal.knd == 'user'                   | 10: `principal` has no field `knd`; did you mean `kind`?
                    principal . knd == 'user'                 | 12: `principal` has no field `knd`; did you mean `kind`?
                    principal.kind == 'service_account'       | 18: `principal.kind` is never `service_account`; did you mean `service-account`?
                    'service_account' != principal.kind       | 0: `principal.kind` is never `service_account`; did you mean `service-account`?
                    principal.kind in ['user', 'robot']       | 27: `principal.kind` is never `robot`; known: `user`, `group`, `service-account`, `service-agent`, `role`, `federated`, `account`, `domain`, `convenience`, `public`, `deleted`, `other`
                    'raed' in grant.classes                   | 0: `grant.classes` is never `raed`; did you mean `read`?
                    grant.live == 'yes'                       | 11: `==` cannot be used with bool and string; use values of the same type
                    principal.created > days(90)              | 18: `>` cannot be used with timestamp and duration; use values of the same type
                    grant.live && principal.name              | 11: something that is true or false is needed here, and not string; compare it with something
                    !principal.name                           | 0: something that is true or false is needed here, and not string; compare it with something
                    grant.name + 'x' == 'y'                   | 11: `+` cannot be used with string and string; only numbers, times and durations can be added
                    grant.actions + ['x'] == []               | 14: `+` cannot be used with list(string) and list(string); only numbers, times and durations can be added
                    grant.actions.exists(a, a)                | 20: something that is true or false is needed here, and not string; compare it with something
                    principal.name.exists(a, a == '')         | 9: there is nothing to go through in a string; only lists and labels have elements
                    principal.name                            | 0: the condition is not true or false; compare it with something
                    principal                                 | 0: `principal` stands alone; ask for one of its fields, such as `principal.id`
                    principal == principal                    | 0: `principal` stands alone; ask for one of its fields, such as `principal.id`
                    null == principal                         | 8: `principal` stands alone; ask for one of its fields, such as `principal.id`
                    has(grant.live)                           | 0: there is no `has` in conditions; leave it out: a field that is not known makes the answer unknown by itself
                    grant.actions.map(a, a) == []             | 14: there is no `map` in conditions; ask with `exists` or `all`
                    grant.actions.filter(a, a == 'x') == []   | 14: there is no `filter` in conditions; ask with `exists` or `all`
                    grant.actions[0] == 'x'                   | 13: there is no `[` in conditions; ask with `in`, `exists` or, of labels, `.says(name, value)`
                    principal.tags.team == 'x'                | 15: `team` is asked of something that has no fields; of labels, ask `.says('team', '…')`
                    principal.name.startWith('x')             | 15: there is no `startWith` in conditions; did you mean `startsWith`?
                    dyn(grant.live)                           | 0: there is no `dyn` in conditions; known: `all`, `contains`, `days`, `duration`, `endsWith`, `exists`, `exists_one`, `matches`, `says`, `size`, `startsWith`, `timestamp`
                    {'a': 1} == {}                            | 0: a map is made here; a condition needs none
                    Grant{live: true} == grant                | 5: a map is made here; a condition needs none
                    grant.live == true                        | 11: `==` compares what is true or false by itself; write it alone, or deny it with `!`
                    (grant.live && true) != grant.live        | 21: `!=` compares what is true or false by itself; write it alone, or deny it with `!`
                    grant.live in [true]                      | 11: `in` compares what is true or false by itself; write it alone, or deny it with `!`
                    [grant.live && true].size() == 1          | 0: the list holds what is true or false; join it with `&&`
                    1 in [1, 'a']                             | 5: the list holds values of different types; give them all one type
                    grant.live && grant.level == 'galaxy' && principal.knd == '' | 29: `grant.level` is never `galaxy`; known: `organization`, `folder`, `project`, `account`, `bucket`, `object`, `principal`, `other`
                    grant.live &&                             | 13: the condition ends too early; complete it, or close a bracket or quote
                    grant.live principal.name                 | 11: the condition cannot be read from here on; look for an operator, bracket or quote that is missing
                    principal.name == 'x                      | 18: the condition cannot be read from here on; look for an operator, bracket or quote that is missing
                    principal.name.matches('[')               | 23: `matches` cannot use what it is given; give it a pattern as RE2 reads it, without look-around and back references, such as `'^svc-[a-z]+$'`
                    principal.name.matches(principal.id)      | 32: `matches` cannot use what it is given; give it a pattern as RE2 reads it, without look-around and back references, such as `'^svc-[a-z]+$'`
                    duration('90d') > duration('1h')          | 9: `duration` cannot use what it is given; give it hours, minutes and seconds, such as `duration('36h')`; for days there is `days(90)`
                    timestamp('2026-01-01') < as_of           | 10: `timestamp` cannot use what it is given; give it a time in UTC, such as `timestamp('2026-01-31T00:00:00Z')`
                    days(99999999) > days(1)                  | 5: `days` cannot use what it is given; give it a whole number up to 36600, such as `days(90)`
                    '😀' == grant.nmae                         | 13: `grant` has no field `nmae`; did you mean `name`?
                    """)
    void is_objected_to(String condition, String objection) {
        assertThat(objections(Subject.GRANT, condition)).first().isEqualTo(objection);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(objections(
                        Subject.BUCKET,
                        "bucket.versoned && bukcet.id == 1 && bucket.id == 2 && duration('x') == days(1)"))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {bucket.verioned} is open  | 8: `bucket` has no field `verioned`; did you mean `versioned`?
                    😀 {bukcet.id} is open     | 3: unknown variable `bukcet`; did you mean `bucket`?
                    {principal.id} is open     | 1: unknown variable `principal`; known: `bucket`
                    {bucket} is open           | 1: `bucket` names no field; write `{variable.field}`
                    {} is open                 | 1: `` names no field; write `{variable.field}`
                    {bucket.id is open         | 0: a `{` is not closed; write places as `{variable.field}`
                    bucket.id} is open         | 9: a `}` closes nothing; write places as `{variable.field}`
                    """)
    void a_message_is_objected_to(String message, String objection) {
        assertThat(COMPILER.check(rule(Subject.BUCKET, "bucket.declared", message)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.part()).isEqualTo(RuleCheck.Part.MESSAGE);
                    assertThat(found.offset() + ": " + found.fact() + "; " + found.remedy())
                            .startsWith(objection);
                });
    }

    @Test
    void a_rule_that_is_good_is_not_objected_to() {
        assertThat(COMPILER.check(rule(Subject.BUCKET, "bucket.declared", "{bucket.id} as of {as_of}")))
                .isEmpty();
    }
}
