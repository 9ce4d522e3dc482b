package dev.ullage.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys and values, in the order of the file; of a key that was given twice, the first. */
public record YamlMapping(Map<String, Entry> entries, YamlPosition position) implements YamlNode {

    /** A key with its place, and its value. */
    public record Entry(YamlScalar key, YamlNode value) {}

    public YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key, if the key is there. */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
}
