package dev.ullage.collectors.exports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.model.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value of an export file: a line of NDJSON, an element of a top-level array, an element of a known envelope's
 * array, or a whole small document.
 *
 * @param envelope name of the field whose array holds the value, such as {@code Records}; null when there is none
 * @param value the value, never a missing node
 * @param source where it begins
 * @param folders path segments from the estate's folder down, the file's own name without endings last: some exports do
 *     not say which bucket or account they describe, and the place of the file has to
 */
public record ExportRecord(@Nullable String envelope, JsonNode value, Source source, List<String> folders) {

    public ExportRecord {
        folders = List.copyOf(folders);
    }
}
