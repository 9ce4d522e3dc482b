package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes condition blocks about keys that the requests of the test have, or lack. */
final class RandomConditions {

    /** Operators and values that make sense for a key. */
    private record Topic(String key, List<String> operators, List<String> values) {}

    private static final String VARIABLE = "${aws:username}";

    private static final List<String> STRINGS = List.of(
            "StringEquals",
            "StringEquals",
            "StringLike",
            "StringLike",
            "StringEqualsIgnoreCase",
            "StringNotEquals",
            "StringNotLike",
            "StringNotEqualsIgnoreCase",
            "StringEqualsIfExists",
            "StringLikeIfExists",
            "StringNotEqualsIfExists",
            "StringNotLikeIfExists");

    private static final List<String> NUMBERS = List.of(
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "NumericLessThanEqualsIfExists");

    private static final Topic ADDRESS = new Topic(
            "aws:SourceIp",
            List.of("IpAddress", "IpAddress", "NotIpAddress", "IpAddressIfExists"),
            List.of("127.0.0.0/24", "127.0.0.1", "127.0.1.0/30", "10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32"));

    private static final Topic TIME = new Topic(
            "aws:CurrentTime",
            List.of("DateLessThan", "DateGreaterThan", "DateLessThanEquals", "DateGreaterThanEquals"),
            List.of("2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"));

    private static final Topic NAME =
            new Topic("aws:username", STRINGS, List.of("ana", "zoe", "ANA", "?en", "*", "vera"));

    private static final Topic PREFIX = new Topic(
            "s3:prefix",
            STRINGS,
            List.of("home/*", "home/ana/", "data/", "da*", "DATA/", "*", VARIABLE, "home/${aws:username}/*"));

    private static final Topic REFERER = new Topic(
            "aws:Referer",
            STRINGS,
            List.of("https://lab.acme.example/*", "https://lab.acme.example/a", "https://*.example/", "*acme*"));

    private static final Topic TAG =
            new Topic("s3:ExistingObjectTag/class", STRINGS, List.of("public", "secret", "Public", "*"));

    private static final List<Topic> TOPICS = List.of(
            ADDRESS,
            ADDRESS,
            ADDRESS,
            TIME,
            TIME,
            NAME,
            NAME,
            PREFIX,
            PREFIX,
            new Topic("s3:delimiter", STRINGS, List.of("/", "|")),
            new Topic("s3:max-keys", NUMBERS, List.of("10", "100", "1")),
            REFERER,
            REFERER,
            TAG,
            TAG,
            new Topic("aws:SecureTransport", List.of("Bool", "BoolIfExists"), List.of("true", "false")),
            new Topic("s3:prefix", List.of("Null"), List.of("true", "true", "true", "false")));

    private final Dice dice;

    RandomConditions(Dice dice) {
        this.dice = dice;
    }

    /** One or two clauses. */
    ObjectNode of() {
        var block = JsonNodeFactory.instance.objectNode();
        add(block, dice.of(TOPICS));
        if (dice.oneIn(4)) {
            add(block, dice.of(TOPICS));
        }
        return block;
    }

    /** About what every request has. */
    ObjectNode ofAnyRequest() {
        var block = JsonNodeFactory.instance.objectNode();
        add(block, dice.of(ADDRESS, TIME, NAME));
        return block;
    }

    private void add(ObjectNode block, Topic topic) {
        var clause = block.withObject("/" + dice.of(topic.operators));
        var values = dice.some(topic.values);
        if (values.contains(VARIABLE)) {
            // Beside other values it ends the gateway's process.
            values = List.of(VARIABLE);
        }
        if (values.size() == 1) {
            clause.put(topic.key, values.get(0));
        } else {
            var array = clause.putArray(topic.key);
            values.forEach(array::add);
        }
    }
}
