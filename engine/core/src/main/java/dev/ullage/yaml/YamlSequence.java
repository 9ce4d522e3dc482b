package dev.ullage.yaml;

import java.util.List;

/** A list, in the order of the file. */
public record YamlSequence(List<YamlNode> items, YamlPosition position) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }
}
