package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.List;

/**
 * Invents conditions. A part that fails never stands beside one that is not known: what the two come to together is
 * known to us and not to CEL, and no page cares.
 *
 * @param pool expressions that the cases have in common; to read one costs more than to decide a case
 * @param timeTold whether the case tells when it is
 */
record CaseConditions(Dice dice, ConditionPool pool, boolean timeTold) {

    private static final String OBJECT = "'storage.googleapis.com/Object'";

    private static final List<String> OF_RESOURCE = List.of(
            "resource.name.startsWith('projects/_/buckets/data/objects/team-a/')",
            "resource.name.startsWith('projects/_/buckets/data/objects/team-a/')",
            "resource.name.startsWith(\"projects/_/buckets/data\")",
            "resource.name.endsWith('.bin')",
            "resource.name == 'projects/_/buckets/data'",
            "resource.name != 'projects/_/buckets/data/objects/top.txt'",
            "resource.name.extract('/objects/{team}/') == 'team-a'",
            "resource.name.extract('/private/{rest}') != ''",
            "resource.name.extract('{all}').startsWith('projects/')",
            "resource.type == " + OBJECT,
            "resource.type != " + OBJECT,
            "resource.type in ['storage.googleapis.com/Bucket', 'storage.googleapis.com/ManagedFolder']",
            "resource.service == 'storage.googleapis.com'",
            "resource.service == 'iam.googleapis.com'");

    private static final List<String> OF_TIME = List.of(
            "request.time < timestamp('2026-01-06T00:00:00Z')",
            "request.time >= timestamp(\"2026-01-05T12:30:00.5+01:00\")",
            "request.time.getHours('Europe/Berlin') >= 9",
            "request.time.getHours(\"Europe/Berlin\") <= 17",
            "request.time.getDayOfWeek('America/Los_Angeles') >= 1 && request.time.getDayOfWeek('America/Los_Angeles') <= 5",
            "request.time.getFullYear() == 2026",
            "request.time.getMonth('Europe/Berlin') == 0",
            "request.time.getDate('Europe/Berlin') > 5",
            "request.time.getDayOfMonth() < 5",
            "request.time.getMinutes('+05:30') < 30",
            "request.time < timestamp('2026-01-04T00:00:00Z') + duration('86400s')",
            "request.time - duration('2592000s') < date('2026-01-01')",
            "request.time - timestamp('2026-01-01T00:00:00Z') < duration('432000s')");

    private static final List<String> FAILING = List.of(
            "date(resource.name.extract('/none={day}/')) < date('2026-01-06')",
            "date(resource.name.extract('/day={day}/')) <= date('2026-01-05')");

    private static final List<String> FAILING_BY_TIME =
            List.of("request.time - duration('604800s') < date(resource.name.extract('/day={day}/'))");

    private static final List<String> OF_TAGS =
            List.of("resource.matchTag('1/env', 'prod')", "resource.hasTagKey('1/env')");

    private static final List<String> OF_PRINCIPAL = List.of(
            "principal.type == 'iam.googleapis.com/ServiceAccount'",
            "principal.type != 'iam.googleapis.com/ServiceAccount'",
            "principal.type in ['iam.googleapis.com/WorkloadPoolIdentity', 'iam.googleapis.com/WorkforcePoolIdentity']",
            "principal.subject != 'train@ml.iam.gserviceaccount.com'",
            "principal.subject.endsWith('@etl.iam.gserviceaccount.com')",
            "principal.subject.startsWith('train@') || principal.subject == 'main'");

    /** Of a role or a denial. */
    ObjectNode ofResource() {
        return condition(dice.oneOf(timeTold ? pool.whenTimeIsTold() : pool.whenTimeIsNotTold()));
    }

    /** One more expression for a pool. */
    static String expression(Dice dice, boolean timeTold) {
        return new CaseConditions(dice, ConditionPool.EMPTY, timeTold).expression();
    }

    private String expression() {
        return joined(dice.chance(12), dice.below(3) + 1);
    }

    /** Of a boundary. */
    ObjectNode ofPrincipal() {
        var first = dice.oneOf(OF_PRINCIPAL);
        return condition(dice.chance(30) ? first + " && !(" + dice.oneOf(OF_PRINCIPAL) + ")" : first);
    }

    private static ObjectNode condition(String expression) {
        return JsonNodeFactory.instance.objectNode().put("title", "invented").put("expression", expression);
    }

    private String joined(boolean failing, int parts) {
        var text = part(failing);
        for (int more = 1; more < parts; more++) {
            var next = dice.chance(20) ? "(" + part(failing) + ")" : part(failing);
            text = text + (dice.chance(55) ? " && " : " || ") + next;
        }
        return dice.chance(10) ? "!(" + text + ")" : text;
    }

    private String part(boolean failing) {
        var part = plain(failing);
        return dice.chance(12) ? "!(" + part + ")" : part;
    }

    private String plain(boolean failing) {
        if (failing && dice.chance(60)) {
            return dice.oneOf(timeTold && dice.chance(40) ? FAILING_BY_TIME : FAILING);
        }
        if (dice.chance(30) && (timeTold || !failing)) {
            return dice.oneOf(OF_TIME);
        }
        return dice.oneOf(!failing && dice.chance(6) ? OF_TAGS : OF_RESOURCE);
    }
}
