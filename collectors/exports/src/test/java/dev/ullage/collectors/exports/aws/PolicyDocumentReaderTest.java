package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentReaderTest {

    private static final Source SOURCE = new Source("p.json", 1, "/Policy");
    private static final String GOOD = "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}";

    private final PolicyDocumentReader reader = new PolicyDocumentReader();

    private PolicyDocument read(String json) {
        try {
            return reader.read("id", "name", new ObjectMapper().readTree(json), SOURCE);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private PolicyDocument readText(String text) {
        return reader.read("id", "name", TextNode.valueOf(text), SOURCE);
    }

    private PolicyStatement statement(String json) {
        var document = read("{\"Version\":\"2012-10-17\",\"Statement\":" + json + "}");
        assertThat(document.problems()).isEmpty();
        return document.statements().get(0);
    }

    @Test
    void one_statement_without_a_list_is_a_statement() {
        var statement = statement("{\"Sid\":\"S\",\"Effect\":\"Deny\",\"NotAction\":[\"a:b\"],\"NotResource\":\"r\"}");

        assertThat(statement.sid()).isEqualTo("S");
        assertThat(statement.effect()).isEqualTo(Effect.DENY);
        assertThat(statement.notActions()).containsExactly("a:b");
        assertThat(statement.notResources()).containsExactly("r");
        assertThat(statement.actions()).isEmpty();
        assertThat(statement.source()).isEqualTo(new Source("p.json", 1, "/Policy/Statement"));
    }

    @Test
    void a_statement_of_a_list_is_pointed_at() {
        var document = read("{\"Statement\":[" + GOOD + "," + GOOD + "]}");

        assertThat(document.statements().get(1).source()).isEqualTo(new Source("p.json", 1, "/Policy/Statement/1"));
    }

    @Test
    void a_bare_star_is_every_principal() {
        assertThat(statement("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}")
                        .principals())
                .containsOnlyKeys("AWS")
                .containsEntry("AWS", List.of("*"));
    }

    @Test
    void principals_are_kept_by_type_as_text_or_list() {
        var statement = statement("""
                {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "NotPrincipal":
                  {"AWS": ["111122223333", "arn:aws:iam::111122223333:root"], "Service": "ec2.amazonaws.com"}}""");

        assertThat(statement.notPrincipals())
                .containsEntry("AWS", List.of("111122223333", "arn:aws:iam::111122223333:root"))
                .containsEntry("Service", List.of("ec2.amazonaws.com"));
    }

    @Test
    void values_of_a_condition_may_be_texts_numbers_or_truths() {
        var statement = statement("""
                {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
                  "StringLikeIfExists": {"s3:prefix": ["a/*", "b/*"]},
                  "Bool": {"aws:SecureTransport": true},
                  "NumericLessThan": {"s3:max-keys": 10}}}""");

        assertThat(statement.conditions())
                .containsExactly(
                        new ConditionClause("StringLikeIfExists", "s3:prefix", List.of("a/*", "b/*")),
                        new ConditionClause("Bool", "aws:SecureTransport", List.of("true")),
                        new ConditionClause("NumericLessThan", "s3:max-keys", List.of("10")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                                                             | /Statement/1: is not a statement; export the policy again
            null                                                          | /Statement/1: is not a statement; export the policy again
            {"Action":"a:b","Resource":"*"}                               | /Statement/1: `Effect` is missing; it is `Allow` or `Deny`
            {"Effect":"allow","Action":"a:b","Resource":"*"}              | /Statement/1/Effect: is neither `Allow` nor `Deny`
            {"Effect":["Allow"],"Action":"a:b","Resource":"*"}            | /Statement/1/Effect: is neither `Allow` nor `Deny`
            {"Effect":"Allow","Resource":"*"}                             | /Statement/1: has neither `Action` nor `NotAction`
            {"Effect":"Allow","Action":"a:b","NotAction":"a:c"}           | /Statement/1: has both `Action` and `NotAction`
            {"Effect":"Allow","Action":"a:b","Resource":"*","NotResource":"*"} | /Statement/1: has both `Resource` and `NotResource`
            {"Effect":"Allow","Action":"a:b","Principal":"*","NotPrincipal":"*"} | /Statement/1: has both `Principal` and `NotPrincipal`
            {"Effect":"Allow","Action":7}                                 | /Statement/1/Action: is neither a text nor a list of texts
            {"Effect":"Allow","Action":["a:b",{}]}                        | /Statement/1/Action: is neither a text nor a list of texts
            {"Effect":"Allow","Action":"a:b","Resource":null}             | /Statement/1/Resource: is neither a text nor a list of texts
            {"Effect":"Allow","Action":"a:b","Conditions":{}}             | /Statement/1/Conditions: unknown element; element names are case-sensitive
            {"Effect":"Allow","Action":"a:b","Condition":[]}              | /Statement/1/Condition: is not an object of operators
            {"Effect":"Allow","Action":"a:b","Condition":{"Bool":true}}   | /Statement/1/Condition/Bool: is not an object of keys
            {"Effect":"Allow","Action":"a:b","Condition":{"Bool":{"a/b":{}}}} | /Statement/1/Condition/Bool/a~1b: is neither a value nor a list of values
            {"Effect":"Allow","Action":"a:b","Principal":"x"}             | /Statement/1/Principal: is neither `*` nor an object of principals by type
            {"Effect":"Allow","Action":"a:b","Principal":{"Aws":"*"}}     | /Statement/1/Principal/Aws: unknown type of principal; known: `AWS`, `Service`, `Federated`, `CanonicalUser`
            {"Effect":"Allow","Action":"a:b","Sid":1}                     | /Statement/1/Sid: is not a text
            """)
    void a_statement_that_cannot_be_read_is_named_and_the_others_stay(String statement, String problem) {
        var document = read("{\"Statement\":[" + GOOD + "," + statement + "]}");

        assertThat(document.problems()).containsExactly(problem);
        assertThat(document.problemsOfTheWhole()).isEmpty();
        assertThat(document.statements().get(0).problems()).isEmpty();
        assertThat(document.statements().subList(1, document.statements().size()))
                .isNotEmpty()
                .allSatisfy(broken -> assertThat(broken.problems()).containsExactly(problem));
    }

    @Test
    void what_cannot_be_read_is_read_as_widely_as_it_could_be_meant() {
        var broken = read("{\"Statement\":{\"Effect\":7,\"Action\":[7],\"NotResource\":\"arn:aws:s3:::b\"}}")
                .statements();

        assertThat(broken).extracting(PolicyStatement::effect).containsExactly(Effect.ALLOW, Effect.DENY);
        assertThat(broken.get(0).actions()).containsExactly("*");
        assertThat(broken.get(0).notResources()).containsExactly("arn:aws:s3:::b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            []                                   | the policy document is not an object; export it again
            {}                                   | `Statement` is missing; export the policy again
            {"Version":"2013-01-01","Statement":[]} | /Version: unknown version; known: `2012-10-17`, `2008-10-17`
            {"statement":[],"Statement":[]}      | /statement: unknown element; known: `Version`, `Id`, `Statement`
            """)
    void a_document_that_is_not_one_has_a_problem(String json, String problem) {
        assertThat(read(json).problems()).containsExactly(problem);
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(read("{\"Statement\":[{\"Effect\":\"Maybe\",\"Action\":7},8]}")
                        .problems())
                .hasSize(3);
    }

    @Test
    void the_version_is_kept_since_only_the_newer_one_has_variables() {
        var statement = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b/${aws:username}/*\"}";

        assertThat(read("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}")
                        .version())
                .isEqualTo("2012-10-17");
        assertThat(read("{\"Statement\":" + statement + "}").version()).isEqualTo("2008-10-17");
        assertThat(read("{\"Statement\":" + statement + "}").problems()).isEmpty();
    }

    @Test
    void json_inside_a_text_is_read() {
        assertThat(readText("{\"Statement\":" + GOOD + "}").statements()).hasSize(1);
    }

    @Test
    void a_key_that_stands_twice_in_a_text_is_refused() {
        var document = readText(
                "{\"Statement\":[{\"Effect\":\"Deny\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

        assertThat(document.statements()).isEmpty();
        assertThat(document.problems())
                .containsExactly(
                        "the policy document is not JSON with distinct keys: line 1, column 40; export it again");
    }

    @Test
    void text_after_the_document_is_refused() {
        assertThat(readText("{\"Statement\":" + GOOD + "} {}").problems()).hasSize(1);
    }

    @Test
    void a_text_that_is_nested_too_deeply_is_refused() {
        var deep = "{\"Statement\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(readText(deep).problems())
                .containsExactly(
                        "the policy document is nested deeper than 32 levels; check where the file comes from");
    }

    @Test
    void a_text_that_is_longer_than_any_policy_is_refused() {
        assertThat(readText("{\"Id\":\"" + "x".repeat(1 << 20) + "\"}").problems())
                .hasSize(1);
    }

    @Test
    void a_broken_percent_encoding_is_refused() {
        assertThat(readText("%7B%ZZ").problems())
                .containsExactly("the policy document is not in proper percent-encoding; export it again");
    }
}
