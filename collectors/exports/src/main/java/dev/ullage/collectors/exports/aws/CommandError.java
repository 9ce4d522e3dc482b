package dev.ullage.collectors.exports.aws;

import dev.ullage.model.CoverageStatus;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the AWS command line prints in place of an answer.
 *
 * @param operation name in the API, such as {@code GetBucketPolicy}
 * @param words the whole message, fit for one line
 */
record CommandError(String code, String operation, String words) {

    private static final int LONGEST = 300;
    private static final Pattern FORM = Pattern.compile(
            "An error occurred \\(([\\w.]{1,100})\\) when calling the (\\w{1,100}) operation\\b[^:]{0,60}:[^\\r\\n]*");

    /** The error in a line; null where there is none. */
    static @Nullable CommandError in(String line) {
        var matcher = FORM.matcher(line);
        return matcher.find() ? new CommandError(matcher.group(1), matcher.group(2), oneLine(matcher.group())) : null;
    }

    private static String oneLine(String words) {
        var printable = words.replaceAll("\\p{C}", "?").strip();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }

    /** How much of what was asked for is known now. */
    CoverageStatus status() {
        return Refusal.isRefusal(code) ? CoverageStatus.DENIED : CoverageStatus.PARTIAL;
    }
}
