package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.gcp.GcpDecisions;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Fact;
import dev.ullage.model.Snapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request on Google Cloud with all policies that bear on it. Nothing is filled in but what follows from the resource's
 * name: its type, service and name for conditions.
 *
 * @param upwards what the resource lies in: project, folders, organisation
 * @param roles what roles permit; a role that is not here is looked up in the role catalogue
 */
record GcpCase(
        String principal,
        String permission,
        String resource,
        List<String> upwards,
        Map<String, Set<String>> roles,
        Attributes attributes,
        List<Fact> facts) {

    private static final Set<String> FIELDS = GcpNode.fields(
            "name",
            "cloud",
            "principal",
            "permission",
            "resource",
            "hierarchy",
            "bucket",
            "roles",
            "groups",
            "principalAccessBoundaries",
            "time",
            "context");

    /** Reads a case. */
    static GcpCase read(JsonNode node) throws MalformedCaseException {
        var problems = new ArrayList<String>();
        var root = GcpNode.root(node, problems).only(FIELDS);
        var resource = root.at("resource").text();
        var reader = new GcpCaseFacts(resource);
        var upwards = reader.hierarchy(root.at("hierarchy"));
        reader.bucket(root.at("bucket"), upwards);
        reader.groups(root.at("groups"));
        reader.boundaries(root.at("principalAccessBoundaries"));
        var oneCase = new GcpCase(
                root.at("principal").text(),
                root.at("permission").text(),
                resource,
                upwards,
                roles(root.at("roles")),
                attributes(root),
                reader.facts());
        if (!problems.isEmpty()) {
            throw new MalformedCaseException(problems);
        }
        return oneCase;
    }

    /** How Google Cloud would answer. */
    Decision decide(IamConditions conditions) {
        return new GcpDecisions(new FactIndex(Snapshot.of(facts)), conditions, roles)
                .decide(principal, permission, resource, upwards, attributes);
    }

    private static Map<String, Set<String>> roles(GcpNode roles) {
        var permissions = new HashMap<String, Set<String>>();
        for (var role : roles.entries()) {
            permissions.put(role.getKey(), Set.copyOf(role.getValue().texts()));
        }
        return permissions;
    }

    private static Attributes attributes(GcpNode root) {
        var known = new HashMap<String, Object>();
        var absent = new HashSet<String>();
        for (var entry : root.at("context").entries()) {
            if (entry.getValue().isAbsent()) {
                absent.add(entry.getKey());
            } else {
                known.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
            }
        }
        if (!root.at("time").isAbsent()) {
            known.put(Attributes.TIME, time(root.at("time")));
        }
        return known.isEmpty() && absent.isEmpty()
                ? Attributes.of(Map.of())
                : new Attributes(known, absent, Set.of(), false, false);
    }

    private static Object value(String name, GcpNode value) {
        if (name.equals(Attributes.TIME)) {
            return time(value);
        }
        if (name.equals(Attributes.TAGS) || name.equals(Attributes.TAG_IDS)) {
            var tags = new HashMap<String, String>();
            value.entries().forEach(tag -> tags.put(tag.getKey(), tag.getValue().text()));
            return tags;
        }
        var node = value.node();
        if (node.isArray()) {
            return value.texts();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isBoolean() ? node.booleanValue() : value.text();
    }

    private static Instant time(GcpNode time) {
        try {
            return Instant.parse(time.text("1970-01-01T00:00:00Z"));
        } catch (DateTimeException e) {
            time.problem("is no time such as 2026-01-31T00:00:00Z");
            return Instant.EPOCH;
        }
    }
}
