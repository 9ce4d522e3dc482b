package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The policy language writes one value bare and several in a list, wherever it takes values. */
final class Texts {

    private Texts() {}

    static List<String> of(JsonNode values) {
        if (!values.isArray()) {
            return List.of(values.asText());
        }
        var texts = new ArrayList<String>(values.size());
        for (var value : values) {
            texts.add(value.asText());
        }
        return texts;
    }

    /** Whether it is a string, or a list of nothing else. */
    static boolean are(JsonNode values) {
        if (!values.isArray()) {
            return values.isTextual();
        }
        for (var value : values) {
            if (!value.isTextual()) {
                return false;
            }
        }
        return true;
    }
}
