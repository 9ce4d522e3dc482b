package dev.ullage.cel.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamConditionTest {

    private static final Attributes REQUEST = new Attributes(
            Map.of(
                    Attributes.NAME,
                    "projects/_/buckets/acme-orders-aaa/objects/data_lake/orders/order_date=2019-11-03/aef87g87ae0876",
                    "resource.type",
                    "storage.googleapis.com/Object",
                    "resource.service",
                    "storage.googleapis.com",
                    Attributes.TIME,
                    Instant.parse("2026-11-20T22:30:15.250Z"),
                    "destination.port",
                    22L,
                    "request.auth.access_levels",
                    List.of("accessPolicies/1/accessLevels/CorpNet"),
                    Attributes.TAGS,
                    Map.of("1/env", "prod"),
                    Attributes.TAG_IDS,
                    Map.of("tagKeys/2", "tagValues/3"),
                    "iam.googleapis.com/modifiedGrantsByRole",
                    List.of("roles/viewer")),
            Set.of("storage.googleapis.com/objectListPrefix"),
            Set.of("request.host"),
            false,
            false);

    private static final Attributes LITTLE = Attributes.of(Map.of("resource.type", "storage.googleapis.com/Object"));

    private static Claim claim(String expression, Attributes attributes) {
        return new IamConditions().of(expression).claim(attributes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.type == 'storage.googleapis.com/Object'",
                "resource.name.startsWith('projects/_/buckets/acme-orders-aaa/objects/')",
                "resource.name.endsWith(\"0876\") && !resource.name.contains('tmp')",
                "resource.name.matches('orders/order_date=[0-9-]+/')",
                "request.time < timestamp('2026-12-01T00:00:00Z')",
                "request.time > timestamp('2026-11-20T22:00:00-00:30') - duration('1800s')",
                "request.time < date('2026-11-21') && request.time >= date('2026-11-20')",
                "request.time.getFullYear() == 2026 && request.time.getMonth() == 10",
                "request.time.getDate() == 20 && request.time.getDayOfMonth() == 19",
                "request.time.getDayOfWeek() == 5 && request.time.getDayOfYear() == 323",
                "request.time.getHours('Europe/Berlin') == 23 && request.time.getHours('+02:00') == 0",
                "request.time.getDayOfWeek('Asia/Tokyo') == 6",
                "request.time.getMinutes() == 30 && request.time.getSeconds() == 15",
                "request.time.getMilliseconds() == 250",
                "destination.port > 21 && destination.port <= 23",
                "'accessPolicies/1/accessLevels/CorpNet' in request.auth.access_levels",
                "resource.matchTag('1/env', 'prod') && resource.hasTagKey('1/env')",
                "resource.matchTagId('tagKeys/2', 'tagValues/3') && !resource.hasTagKeyId('tagKeys/9')",
                "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/viewer', 'roles/x'])",
                "!api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/x'])",
                "api.getAttribute('storage.googleapis.com/objectListPrefix', 'none') == 'none'",
                "(resource.service == 'x') == (resource.type == 'y')",
                "resource.service == 'x' ? false : true",
                "timestamp(resource.name.extract('order_date={d}/') + 'T00:00:00Z') < request.time",
                "resource.name.extract('order_date={d}/') in ['2019-11-03', '2019-11-04']",
            })
    void a_condition_is_evaluated(String expression) {
        assertThat(claim(expression, REQUEST)).isEqualTo(new Claim.Known(true));
        assertThat(claim("!(" + expression + ")", REQUEST)).isEqualTo(new Claim.Known(false));
    }

    @ParameterizedTest
    @CsvSource({
        "/order_date={date}/, 2019-11-03",
        "buckets/{name}/, acme-orders-aaa",
        "/orders/{empty}order_date, ''",
        "{start}/objects/data_lake, projects/_/buckets/acme-orders-aaa",
        "orders/{end}, order_date=2019-11-03/aef87g87ae0876",
        "/orders/{none}/order_date=, ''",
        "/orders/order_date=2019-11-03/{id}/data_lake, ''",
        "nowhere/{x}, ''"
    })
    void what_is_extracted_is_what_the_reference_says(String template, String expected) {
        assertThat(claim("resource.name.extract('%s') == '%s'".formatted(template, expected), REQUEST))
                .isEqualTo(new Claim.Known(true));
    }

    @Test
    void what_is_not_known_is_left_over_in_words() {
        assertThat(claim(
                        "resource.type == 'storage.googleapis.com/Object' && request.time < date('2026-12-01')",
                        LITTLE))
                .isEqualTo(new Claim.Open("request.time < date(\"2026-12-01\")", List.of("request.time")));
    }

    @Test
    void what_is_not_known_does_not_matter_where_the_rest_decides() {
        assertThat(claim("resource.type == 'x' && request.time < date('2026-12-01')", LITTLE))
                .isEqualTo(new Claim.Known(false));
        assertThat(claim("resource.type != 'x' || resource.matchTag('1/env', 'prod')", LITTLE))
                .isEqualTo(new Claim.Known(true));
    }

    @Test
    void what_is_not_known_is_not_mistaken_for_false_inside_a_comparison_of_truths() {
        assertThat(claim("(request.path == '/' && true) == true", LITTLE)).isInstanceOf(Claim.Open.class);
        assertThat(claim("(request.path == '/' || false) != true", LITTLE).text())
                .isEqualTo("!(request.path == \"/\")");
    }

    @Test
    void an_api_attribute_that_may_or_may_not_be_there_is_open() {
        assertThat(claim("api.getAttribute('storage.googleapis.com/objectListPrefix', '').startsWith('a/')", LITTLE))
                .isEqualTo(new Claim.Open(
                        "api.getAttribute(\"storage.googleapis.com/objectListPrefix\", \"\").startsWith(\"a/\")",
                        List.of("storage.googleapis.com/objectListPrefix")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request.time < timestamp('tomorrow')",
                "request.time < date('2026-13-01')",
                "request.time.getHours('Nowhere/Land') > 3",
                "duration('a while') < duration('1s')",
                "int(resource.type) == 1",
                "request.host == 'example.com'",
                "resource.name.extract('no braces') == ''",
                "resource.name.matches('[')",
                "9223372036854775807 + destination.port > 0"
            })
    void what_cannot_be_evaluated_is_neither_true_nor_false(String expression) {
        assertThat(claim(expression, REQUEST)).isInstanceOf(Claim.Failed.class);
        assertThat(claim("!(" + expression + ") && true", REQUEST)).isNotInstanceOf(Claim.Known.class);
    }

    @Test
    void what_cannot_be_evaluated_does_not_matter_where_the_rest_decides() {
        assertThat(claim("request.time < timestamp('tomorrow') || true", REQUEST))
                .isEqualTo(new Claim.Known(true));
        assertThat(claim("request.host == 'example.com' && false", REQUEST)).isEqualTo(new Claim.Known(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "resource.nme == 'x'",
                "resource.name",
                "resource.name ==",
                "resource.name.startsWith(1)",
                "['a'].exists(x, x == resource.name)",
                "has(resource.name)",
                "request.auth.claims.sub == 'x'"
            })
    void a_condition_that_the_provider_would_not_have_stored_is_open_and_says_why(String expression) {
        assertThat(claim(expression, REQUEST)).isInstanceOfSatisfying(Claim.Unreadable.class, unreadable -> {
            assertThat(unreadable.text()).isEqualTo(expression);
            assertThat(unreadable.why()).startsWith("it cannot be read: ");
        });
    }
}
