package dev.ullage.simulation.rgw;

import java.util.List;
import java.util.Map;

/** Names of objects, chosen so that prefixes and wildcards often meet them. */
final class ObjectNames {

    private static final Map<String, Map<String, String>> TAGS =
            Map.of("data/a", Map.of("class", "public"), "home/ana/x", Map.of("class", "secret", "team", "vision"));

    /** Exist in every bucket. */
    static final List<String> EXISTING = List.of(
            "a",
            "a*b",
            "axb",
            "data/a",
            "data/b c",
            "data/ab",
            "DATA/a",
            "home/ana/x",
            "home/ben/x",
            "models/v1/w.bin",
            "ü/ß");

    /** Exist nowhere: what is written there is taken away again. */
    static final List<String> NEW =
            List.of("new", "data/new", "data/n", "home/ana/new", "home/zoe/new", "models/v1/new.bin");

    private ObjectNames() {}

    static Map<String, String> tags(String key) {
        return TAGS.getOrDefault(key, Map.of());
    }
}
