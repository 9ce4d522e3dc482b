package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads access-control lists of objects. The answer of {@code aws s3api get-object-acl} names neither bucket nor object,
 * so it comes in one of two forms: alone in a file {@code <bucket>/objects/<key>.json}; or one object a line, with
 * {@code Bucket} and {@code Key} beside {@code Owner} and {@code Grants}, or beside {@code Error} with what the command
 * printed instead. The second form holds every object of its bucket.
 */
final class ObjectAclReader implements RecordReader {

    private static final Pattern ENDING = Pattern.compile("\\.json(\\.gz)?$");
    private static final String ONE_BY_ONE =
            "access-control lists of objects were saved one by one, so whether all objects are among them is not known;"
                    + " write them one a line with `Bucket` and `Key`";

    private final Buckets buckets;
    private final Backlog backlog;
    private final Map<String, Read> read = new TreeMap<>();

    /** How much of a bucket's lists was read, with the worst answer's reason. */
    private record Read(CoverageStatus status, String reason, Source source) {}

    private record ObjectName(String bucket, String key) {}

    ObjectAclReader(Buckets buckets, Backlog backlog) {
        this.buckets = buckets;
        this.backlog = backlog;
    }

    /** True when the record or its place names an object. */
    static boolean isOfObject(ExportRecord record) {
        return isLine(record) || nameIn(record.source().file()) != null;
    }

    private static boolean isLine(ExportRecord record) {
        return record.value().path("Bucket").isTextual()
                && record.value().path("Key").isTextual();
    }

    /** The object that a file's path names; null for none. */
    private static @Nullable ObjectName nameIn(String file) {
        var segments = List.of(file.split("/", -1));
        for (int i = 1; i < segments.size() - 1; i++) {
            if (segments.get(i).equals("objects") && isBucket(segments.get(i - 1))) {
                var key = String.join("/", segments.subList(i + 1, segments.size()));
                return new ObjectName(segments.get(i - 1), ENDING.matcher(key).replaceFirst(""));
            }
        }
        return null;
    }

    private static boolean isBucket(String segment) {
        return Buckets.isName(segment) && !segment.equals("buckets");
    }

    @Override
    public String recognisedAs() {
        return "S3 object access-control lists";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.OBJECT_ACLS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return record.envelope() == null
                && (AccessControlList.isIn(value) ? isOfObject(record) : isLine(record) && value.has("Error"));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var element = Element.of(record);
        if (isLine(record)) {
            var bucket = Buckets.id(element.text("Bucket"));
            if (element.has("Error")) {
                note(bucket, failure(element.text("Error"), record.source()), record);
                return;
            }
            note(bucket, new Read(CoverageStatus.COMPLETE, "", record.source()), record);
            AccessControlList.read(element).entries(bucket, element.text("Key")).forEach(facts);
            return;
        }
        var name = nameIn(record.source().file());
        if (name == null) {
            throw element.malformed("does not say which object it describes; add `Bucket` and `Key`");
        }
        var bucket = Buckets.id(name.bucket);
        note(bucket, new Read(CoverageStatus.PARTIAL, ONE_BY_ONE, record.source()), record);
        AccessControlList.read(element).entries(bucket, name.key).forEach(facts);
    }

    /** An object that is gone since the list was made has no access-control list. */
    private static Read failure(String text, Source source) {
        var error = CommandError.in(text);
        if (error != null && error.code().equals("NoSuchKey")) {
            return new Read(CoverageStatus.COMPLETE, "", source);
        }
        var status = error == null ? CoverageStatus.PARTIAL : error.status();
        return new Read(status, error == null ? "an object's list could not be read" : error.words(), source);
    }

    private void note(String bucket, Read outcome, ExportRecord record) throws MalformedRecordException {
        if (!read.containsKey(bucket)) {
            backlog.hold(bucket.length() + record.source().at().length());
            buckets.named(bucket, record.folders(), record.source());
        }
        read.merge(bucket, outcome, (one, other) -> one.status.compareTo(other.status) >= 0 ? one : other);
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        read.forEach((bucket, outcome) ->
                facts.accept(new Coverage(Topic.OBJECT_ACLS, bucket, outcome.status, outcome.reason, outcome.source)));
    }
}
