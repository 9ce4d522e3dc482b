package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Organisations, folders and projects. */
final class HierarchyFacts {

    private final GcpEstate estate;

    HierarchyFacts(GcpEstate estate) {
        this.estate = estate;
    }

    void container(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var own = asset.name().substring(asset.name().indexOf('/', 2) + 1);
        var data = asset.data();
        if (asset.type().equals(ExportScope.PROJECT)) {
            var id = JsonFields.required(data, asset.dataAt(), "projectId");
            var name = JsonFields.text(data, data.has("displayName") ? "displayName" : "name");
            estate.project(JsonFields.last(own), id);
            give("projects/" + id, ContainerKind.PROJECT, name, asset, List.of(own), facts);
            return;
        }
        var kind = asset.type().equals(ExportScope.FOLDER) ? ContainerKind.FOLDER : ContainerKind.ORGANIZATION;
        give(own, kind, JsonFields.text(data, "displayName"), asset, List.of(), facts);
    }

    private void give(
            String id, ContainerKind kind, String name, Asset asset, List<String> aliases, Consumer<Fact> facts) {
        estate.described(id);
        facts.accept(new Container(
                Provider.GCP,
                id,
                kind,
                name.isEmpty() ? id : name,
                parent(asset),
                aliases,
                asset.source().inside(asset.dataAt())));
    }

    /** Nothing but an organisation or a folder holds a container, so its name needs no joining. */
    private static @Nullable String parent(Asset asset) {
        return asset.ancestors().size() > 1 ? asset.ancestors().get(1) : null;
    }
}
