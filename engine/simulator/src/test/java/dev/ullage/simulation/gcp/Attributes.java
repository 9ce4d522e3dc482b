package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;

/**
 * What a condition can ask of a request.
 *
 * @param context attributes that the case tells by name
 * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-attribute-reference">Attribute reference</a>
 */
record Attributes(Target target, String permission, Requester requester, JsonNode time, JsonNode context) {

    /** The value; {@link Value#UNKNOWN} if nobody told it; {@link Value#ERROR} if such a request has none. */
    Object get(String name) {
        if (context.has(name)) {
            return fromJson(context.get(name));
        }
        return switch (name) {
            case "resource.name" -> target.inStorage() ? target.name() : notGiven();
            case "resource.type" -> target.type().isEmpty() ? notGiven() : target.type();
            case "resource.service" -> target.type().isEmpty() ? notGiven() : service();
            case "request.time" -> moment();
            case "principal.type" -> requester.subject().isEmpty() ? Value.ERROR : requester.kind().type;
            case "principal.subject" ->
                requester.subject().<Object>map(subject -> subject).orElse(Value.ERROR);
            default ->
                name.startsWith("request.") || name.startsWith("destination.") ? onlyForProxies() : Value.UNKNOWN;
        };
    }

    /**
     * IAM resources have no attributes, and those of Resource Manager have no name. Which other services have some, the
     * pages say, and we keep no list of it.
     */
    private Object notGiven() {
        boolean none = target.type().equals(Target.PROJECT)
                || target.name().startsWith("//iam.googleapis.com/")
                || target.name().startsWith("//cloudresourcemanager.googleapis.com/");
        return none ? Value.ERROR : Value.UNKNOWN;
    }

    private String service() {
        return target.type().substring(0, target.type().indexOf('/'));
    }

    /** Levels of access, addresses, hosts and paths exist for requests through a proxy or to Cloud Run. */
    private Object onlyForProxies() {
        return permission.startsWith("iap.") || permission.startsWith("run.") ? Value.UNKNOWN : Value.ERROR;
    }

    private Object moment() {
        return time.isTextual() ? instant(time.textValue()) : Value.UNKNOWN;
    }

    static Object instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            return Value.ERROR;
        }
    }

    static Object date(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? instant(text + "T00:00:00Z") : Value.ERROR;
    }

    private static Object fromJson(JsonNode node) {
        if (node.isArray()) {
            var items = new ArrayList<Object>();
            node.forEach(item -> items.add(fromJson(item)));
            return items;
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        return node.isIntegralNumber() ? (Object) node.longValue() : node.asText();
    }
}
