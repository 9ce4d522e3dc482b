package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Objects with their access-control lists: {@code gcloud storage objects list 'gs://b/**' --format=json}, or the JSON
 * API's own listing with the full projection.
 *
 * <p>A listing of a bucket is complete when every object shows its list, or when the bucket is known to have uniform
 * access, where objects have none. A listing without lists of any other bucket shows nothing either way.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/objects#resource">Object resource</a>
 */
final class ObjectListingReader implements RecordReader {

    /** What was seen of one bucket; {@code bare} is the first object that shows no list. */
    private record Listing(Source first, @Nullable Source bare) {}

    private final GcpEstate estate;
    private final SortedMap<String, Listing> listings = new TreeMap<>();

    /** Few different words stand on very many lists. */
    private final Map<String, String> words = new HashMap<>();

    ObjectListingReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Storage objects";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.OBJECT_ACLS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("items");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return JsonFields.text(value, "kind").equals("storage#object")
                || (JsonFields.text(value, "storage_url").startsWith("gs://") && value.has("bucket"))
                || (JsonFields.text(value, "kind").equals("storage#objects") && PageMark.isOn(record, "items"));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (PageMark.isOn(record, "items")) {
            throw PageMark.malformed();
        }
        var object = record.value();
        var bucket = word("gs://" + JsonFields.required(object, "", "bucket"));
        var name = JsonFields.required(object, "", "name");
        var bare = object.path("acl").isArray() ? null : record.source();
        listings.merge(bucket, new Listing(record.source(), bare), ObjectListingReader::earlier);
        var owner = JsonFields.text(object.path("owner"), "entity");
        var acl = JsonFields.list(object.path("acl"), "/acl");
        for (int i = 0; i < acl.size(); i++) {
            facts.accept(entry(bucket, name, acl.get(i), owner.isEmpty() ? null : word(owner), i, record.source()));
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        listings.forEach((bucket, listing) -> {
            var bare = estate.hasUniformAccess(bucket) ? null : listing.bare();
            facts.accept(
                    bare == null
                            ? new Coverage(Topic.OBJECT_ACLS, bucket, CoverageStatus.COMPLETE, "", listing.first())
                            : new Coverage(
                                    Topic.OBJECT_ACLS,
                                    bucket,
                                    CoverageStatus.PARTIAL,
                                    "objects are listed without their access-control lists, and the bucket is not known"
                                            + " to have uniform access; list them with the full projection",
                                    bare));
        });
    }

    /** All entries of an object share its place: there may be millions. */
    private AclEntry entry(
            String bucket, String object, JsonNode entry, @Nullable String owner, int index, Source source)
            throws MalformedRecordException {
        var at = "/acl/" + index;
        return new AclEntry(
                Provider.GCP,
                AclScope.OBJECT,
                bucket,
                object,
                word(JsonFields.required(entry, at, "entity")),
                word(JsonFields.required(entry, at, "role")),
                owner,
                source);
    }

    private String word(String word) {
        if (words.size() > 100_000) {
            words.clear();
        }
        return words.computeIfAbsent(word, UnaryOperator.identity());
    }

    private static Listing earlier(Listing one, Listing other) {
        return one.bare() == null ? new Listing(one.first(), other.bare()) : one;
    }
}
