package dev.ullage.cel.iam;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one request, or of every request for one bucket's objects at once.
 *
 * @param known values by variable ({@code resource.name}, a string; {@code request.time}, an {@link java.time.Instant}), by
 *     the name of an API attribute, {@link #TAGS} and {@link #TAG_IDS}; what is not here is not known
 * @param absent API attributes that the request does not carry, so that {@code api.getAttribute} gives its default
 * @param unavailable variables that requests of this kind never have
 * @param everyName whether {@code resource.name} stands for the name of any object
 * @param later whether {@code request.time} stands for any time from the known one on
 */
public record Attributes(
        Map<String, Object> known, Set<String> absent, Set<String> unavailable, boolean everyName, boolean later) {

    /** The resource's name, in the provider's form without a leading slash. */
    public static final String NAME = "resource.name";

    /** The time of the request. */
    public static final String TIME = "request.time";

    /** All tags of the resource: a map of namespaced keys to short names of values. */
    public static final String TAGS = "resource.tags";

    /** All tags of the resource: a map of permanent ids of keys to permanent ids of values. */
    public static final String TAG_IDS = "resource.tagIds";

    /** Whether the request creates a forwarding rule. */
    public static final String CREATES_FORWARDING_RULE = "compute.isForwardingRuleCreationOperation";

    public Attributes {
        known = Map.copyOf(known);
        absent = Set.copyOf(absent);
        unavailable = Set.copyOf(unavailable);
    }

    /** Attributes of one request of which these are known, and of the others nothing. */
    public static Attributes of(Map<String, Object> known) {
        return new Attributes(known, Set.of(), Set.of(), false, false);
    }

    /** The same with one value more, or another one. */
    public Attributes with(String name, Object value) {
        var more = new HashMap<>(known);
        more.put(name, value);
        return new Attributes(more, absent, unavailable, everyName, later);
    }

    /** The same for any time from the known one on. */
    public Attributes fromThenOn() {
        return new Attributes(known, absent, unavailable, everyName, true);
    }
}
