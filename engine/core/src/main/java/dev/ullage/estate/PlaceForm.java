package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an owner writes a place: {@code gs://bucket/}, {@code gs://bucket/prefix/} or {@code gs://bucket/object}, and the same
 * with {@code s3://}.
 *
 * @see <a href="https://cloud.google.com/storage/docs/buckets#naming">Bucket names of Cloud Storage</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket names of S3</a>
 */
final class PlaceForm {

    private static final String GCP = "gs://";
    private static final String AWS = "s3://";
    private static final String AWS_ARN = "arn:aws:s3:::";
    private static final Pattern GCP_BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]");
    private static final Pattern AWS_BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PLACE = Pattern.compile("(gs|s3)://[^/]");
    private static final Pattern STARS_AT_THE_END = Pattern.compile("/\\*+$");
    /** Of both providers, in bytes of UTF-8. */
    private static final int LONGEST_NAME = 1024;

    private PlaceForm() {}

    /** Who has the place; asked only of places without a fault. */
    static Provider providerOf(String place) {
        return place.startsWith(GCP) ? Provider.GCP : Provider.AWS;
    }

    /** What is wrong with a place, if anything. */
    static Optional<Fault> faultOf(String place) {
        if (place.startsWith(AWS_ARN)) {
            var written = AWS + place.substring(AWS_ARN.length());
            return fault(quoted(place) + " is not how a place is written", "write " + quoted(written));
        }
        if (!PLACE.matcher(place).lookingAt()) {
            return fault(quoted(place) + " is not a place", "write `gs://bucket/prefix/` or `s3://bucket/prefix/`");
        }
        if (place.contains("*")) {
            return fault(quoted(place) + " has a `*` in it", withoutStar(place));
        }
        var slash = place.indexOf('/', GCP.length());
        var bucket = place.substring(GCP.length(), slash < 0 ? place.length() : slash);
        if (!(place.startsWith(GCP) ? GCP_BUCKET : AWS_BUCKET).matcher(bucket).matches()) {
            return fault(
                    quoted(bucket) + " is not the name of a bucket",
                    "write its lower-case letters, digits, dots and hyphens as the provider shows them");
        }
        if (slash < 0) {
            return fault(quoted(place) + " has no `/` at its end", "write " + quoted(place + "/") + " for all of it");
        }
        if (place.substring(slash + 1).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return fault("the object name is longer than any can be", "write at most 1024 bytes after the bucket");
        }
        return Optional.empty();
    }

    private static String withoutStar(String place) {
        var folder = STARS_AT_THE_END.matcher(place).replaceFirst("/");
        return folder.contains("*")
                ? "end a prefix with `/` to mean all below it, or name one object"
                : "write " + quoted(folder) + ", which means all below it";
    }

    private static Optional<Fault> fault(String fact, String remedy) {
        return Optional.of(new Fault(fact, remedy));
    }
}
