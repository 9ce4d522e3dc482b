package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.MalformedRecordException;
import java.util.Optional;

/**
 * An Amazon Resource Name.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}
 * @param account 12 digits, {@code aws} for what Amazon owns, or empty
 * @param resource what comes after the fifth colon
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
record Arn(String partition, String service, String region, String account, String resource) {

    /** The parts of a text that has the form of an ARN. */
    static Optional<Arn> parse(String text) {
        var parts = text.split(":", 6);
        return parts.length == 6 && parts[0].equals("arn")
                ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
                : Optional.empty();
    }

    /** The account in the ARN that stands in a field. */
    static String account(Element element, String field) throws MalformedRecordException {
        return parse(element.text(field))
                .map(Arn::account)
                .filter(Hierarchy::isAccount)
                .orElseThrow(() -> element.child(field)
                        .malformed("`" + field + "` is not an ARN with a 12-digit account; export the file again"));
    }
}
