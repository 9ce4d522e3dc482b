package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One asset of Cloud Asset Inventory. Exports to a bucket name its fields in snake case, REST and {@code gcloud} in camel
 * case.
 *
 * @param name full resource name, such as {@code //storage.googleapis.com/bucket}
 * @param type such as {@code storage.googleapis.com/Bucket}
 * @param ancestors from the nearest container up, projects by number; a container's own begin with itself
 * @param content the IAM policy, resource or organisation policies; the pointer of it is {@code at}
 * @param at JSON pointer of the content inside the record
 * @param export the folder whose files make up one export
 * @see <a href="https://cloud.google.com/asset-inventory/docs/reference/rest/v1/Asset">Asset</a>
 */
record Asset(
        String name, String type, List<String> ancestors, JsonNode content, String at, String export, Source source) {

    /** The record as an asset with the named kind of content, or null when it is none. */
    static @Nullable Asset of(ExportRecord record, String camelCase, String snakeCase) {
        var value = record.value();
        var name = JsonFields.text(value, "name");
        var type = JsonFields.text(JsonFields.either(value, "assetType", "asset_type"));
        var field = value.has(camelCase) ? camelCase : snakeCase;
        if (!name.startsWith("//") || type.isEmpty() || !value.path(field).isContainerNode()) {
            return null;
        }
        return new Asset(
                name,
                type,
                ancestors(name, value, value.path(field)),
                value.path(field),
                "/" + field,
                export(record.folders(), type),
                record.source());
    }

    /** The container that it is or lies in, projects by number; null when the export does not say. */
    @Nullable
    String container() {
        return ancestors.isEmpty() ? null : ancestors.get(0);
    }

    /** The resource itself, as its own API describes it. */
    JsonNode data() {
        return content.path("data");
    }

    /** JSON pointer of {@link #data} inside the record. */
    String dataAt() {
        return at + "/data";
    }

    /** Exports from before ancestors came with every asset give a resource's parent only. */
    private static List<String> ancestors(String name, JsonNode value, JsonNode content) {
        var ancestors = new ArrayList<String>();
        value.path("ancestors").forEach(ancestor -> ancestors.add(JsonFields.text(ancestor)));
        if (!ancestors.isEmpty()) {
            return ancestors;
        }
        return Stream.of(name, JsonFields.text(content, "parent"))
                .filter(resource -> resource.startsWith(GcpEstate.CONTAINERS))
                .map(resource -> resource.substring(GcpEstate.CONTAINERS.length()))
                .toList();
    }

    /** An export by prefix writes each type into folders of its own: {@code …/storage.googleapis.com/Bucket/0}. */
    private static String export(List<String> folders, String type) {
        var segments = new ArrayList<>(folders.subList(0, Math.max(0, folders.size() - 1)));
        var own = List.of(type.split("/"));
        int rest = segments.size() - own.size();
        if (rest >= 0 && segments.subList(rest, segments.size()).equals(own)) {
            return String.join("/", segments.subList(0, rest));
        }
        return String.join("/", segments);
    }
}
