package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One request about the bucket of a scene.
 *
 * @param key of the object; empty for an operation on the bucket
 * @param prefix of a listing; empty for none
 * @param delimiter of a listing; empty for none
 * @param maxKeys of a listing
 * @param referer header; empty for none
 * @param source address from which it is sent, one of {@link #SOURCES}
 */
record Request(
        Caller caller,
        Operation operation,
        String key,
        String prefix,
        String delimiter,
        int maxKeys,
        String referer,
        String source) {

    /** Policies compare the time with others that are many years away. */
    static final String NOW = "2026-11-22T00:00:00Z";

    static final List<String> SOURCES = List.of("127.0.0.1", "127.0.1.1");

    /** The ARN of what it is about. */
    String resource(String bucket) {
        return "arn:aws:s3:::" + bucket + (operation.isOnObject() ? "/" + key : "");
    }

    /** The condition keys that AWS would have for it. */
    ObjectNode context() {
        var context = JsonNodeFactory.instance.objectNode();
        context.put("aws:SourceIp", source);
        context.put("aws:SecureTransport", "false");
        context.put("aws:CurrentTime", NOW);
        if (caller.isUser()) {
            context.put("aws:username", caller.name());
        }
        if (!referer.isEmpty()) {
            context.put("aws:Referer", referer);
        }
        if (operation == Operation.LIST) {
            context.put("s3:max-keys", Integer.toString(maxKeys));
            putUnlessEmpty(context, "s3:prefix", prefix);
            putUnlessEmpty(context, "s3:delimiter", delimiter);
        }
        if (operation.isOnExistingObject()) {
            ObjectNames.tags(key).forEach((tag, value) -> context.put("s3:ExistingObjectTag/" + tag, value));
        }
        return context;
    }

    private static void putUnlessEmpty(ObjectNode context, String key, String value) {
        if (!value.isEmpty()) {
            context.put(key, value);
        }
    }

    @Override
    public String toString() {
        return "%s %s %s%s from %s"
                .formatted(
                        caller.arn(),
                        operation,
                        key,
                        operation == Operation.LIST
                                ? "prefix=" + prefix + " delimiter=" + delimiter + " max-keys=" + maxKeys
                                : "",
                        source);
    }
}
