package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.access.NameSet;
import dev.ullage.model.Provider;
import java.util.regex.Pattern;

/**
 * The place that a question is about, as a person names it: {@code gs://bucket} for the bucket and all in it,
 * {@code gs://bucket/models/*} or {@code gs://bucket/models/} for all below a prefix, {@code gs://bucket/x} for one
 * object; the same with {@code s3://}; the id of a principal, or a project.
 *
 * @param text as it was written
 * @param resource bucket, principal or project
 * @param names object names; of anything but a bucket, all of them, which includes the thing itself
 */
public record AskedPlace(String text, String resource, NameSet names) {

    private static final Pattern BUCKET = Pattern.compile("(gs|s3)://[a-z0-9][a-z0-9._-]*[a-z0-9]");
    private static final Pattern OTHER = Pattern.compile(
            "arn:aws[a-z-]*:iam::\\d{12}:.+|[A-Za-z]+:[^/\\s].*|principal(Set)?://.+|projects/[^/\\s]+");
    private static final String ARN_OF_BUCKET = "arn:aws:s3:::";

    /**
     * From what a person writes.
     *
     * @throws MalformedQuestionException for what names no place
     */
    public static AskedPlace of(String text) throws MalformedQuestionException {
        if (text.startsWith("gs://") || text.startsWith("s3://")) {
            return ofBucket(text);
        }
        if (text.startsWith(ARN_OF_BUCKET)) {
            throw new MalformedQuestionException(quoted(text) + " is not how a place is written; write "
                    + quoted("s3://" + text.substring(ARN_OF_BUCKET.length())));
        }
        if (!OTHER.matcher(text).matches()) {
            throw new MalformedQuestionException(quoted(text)
                    + " is not a place; write `gs://bucket/prefix/*`, `s3://bucket/object`, the id of a principal,"
                    + " or `projects/id`");
        }
        return new AskedPlace(text, text, NameSet.all());
    }

    private static AskedPlace ofBucket(String text) throws MalformedQuestionException {
        int slash = text.indexOf('/', "gs://".length());
        var bucket = slash < 0 ? text : text.substring(0, slash);
        if (!BUCKET.matcher(bucket).matches()) {
            throw new MalformedQuestionException(quoted(text) + " does not name a bucket; write the lower-case letters,"
                    + " digits, dots and hyphens of its name, as in `gs://acme-models/fraud/*`");
        }
        var name = slash < 0 ? "" : text.substring(slash + 1);
        var prefix = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        if (prefix.contains("*")) {
            throw new MalformedQuestionException(quoted(text)
                    + " has a `*` that is not at its end; name a prefix, as in " + quoted(bucket + "/models/*"));
        }
        boolean isPrefix = name.endsWith("*") || name.endsWith("/") || name.isEmpty();
        return new AskedPlace(text, bucket, isPrefix ? NameSet.prefix(prefix) : NameSet.of(name));
    }

    /** Who has it. */
    Provider provider() {
        return Providers.of(resource);
    }

    /** True for a bucket or objects of one. */
    boolean isBucket() {
        return resource.startsWith("gs://") || resource.startsWith("s3://");
    }

    /** True when the bucket itself is asked about and not only objects of it. */
    boolean isWhole() {
        return NameSet.all().equals(names);
    }

    /** The same names, of the resource under the id that the input has for it. */
    AskedPlace at(String id) {
        return new AskedPlace(text, id, names);
    }
}
