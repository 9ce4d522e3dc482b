package dev.ullage.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The schema of SARIF 2.1.0, and what GitHub asks beyond it. */
final class SarifRules {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(SarifRules.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

    private final List<String> violations = new ArrayList<>();

    private SarifRules() {}

    static List<String> violations(JsonNode sarif) {
        var rules = new SarifRules();
        SCHEMA.validate(sarif).forEach(message -> rules.violations.add(message.toString()));
        rules.check(sarif);
        return rules.violations;
    }

    private void check(JsonNode sarif) {
        require(sarif.get("runs").size() == 1, "one run");
        var run = sarif.get("runs").get(0);
        require(run.get("results").size() <= 25_000, "at most 25,000 results");
        for (var rule : run.at("/tool/driver/rules")) {
            checkRule(rule);
        }
        for (var notification : run.at("/tool/driver/notifications")) {
            checkDescription(notification);
        }
        for (var result : run.get("results")) {
            checkResult(result, run.at("/tool/driver/rules"));
        }
        for (var uri : sarif.findValuesAsText("uri")) {
            checkUri(uri);
        }
        for (var line : sarif.findValues("startLine")) {
            require(line.asInt() >= 1, "lines begin at 1");
        }
    }

    /** GH2012: rules and notifications alike. */
    private void checkDescription(JsonNode descriptor) {
        var id = descriptor.get("id").asText();
        require(!id.isBlank(), "a rule has an id");
        for (var path :
                List.of("/name", "/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown")) {
            require(!descriptor.at(path).asText().isBlank(), id + " has " + path);
        }
    }

    private void checkRule(JsonNode rule) {
        checkDescription(rule);
        var id = rule.get("id").asText();
        require(rule.at("/fullDescription/text").asText().length() < 20_000, id + " is described briefly");
        require(rule.at("/properties/security-severity").isTextual(), id + " has its severity as a string");
        require(rule.at("/properties/tags").size() <= 20, id + " has at most 20 tags");
    }

    private void checkResult(JsonNode result, JsonNode rules) {
        require(result.at("/locations").size() >= 1, "GH1015: a result has a location");
        require(
                result.at("/locations").size() + result.at("/relatedLocations").size() <= 1_000,
                "at most 1,000 locations");
        require(!result.at("/message/text").asText().isBlank(), "a result has message.text");
        require(
                !result.at("/partialFingerprints/primaryLocationLineHash")
                        .asText()
                        .isBlank(),
                "a result has a fingerprint");
        require(
                rules.get(result.get("ruleIndex").asInt()).get("id").equals(result.get("ruleId")),
                "ruleIndex points to ruleId");
    }

    private void checkUri(String uri) {
        require(!uri.isEmpty(), "no empty URI");
        require(!uri.contains(" "), "no space in a URI: " + uri);
        require(!URI.create(uri).isAbsolute() && !uri.startsWith("/"), "a relative URI: " + uri);
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            violations.add(rule);
        }
    }
}
