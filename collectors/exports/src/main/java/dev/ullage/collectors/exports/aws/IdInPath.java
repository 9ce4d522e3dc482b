package dev.ullage.collectors.exports.aws;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that a file's place may hold when its content does not say what it describes. */
enum IdInPath {
    ACCESS_KEY("AKIA[A-Z0-9]{12,124}"),
    POLICY("p-[0-9A-Za-z_]{8,128}"),
    /** A root or an organisational unit. */
    PARENT("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}"),
    /** An account or an organisational unit. */
    CHILD("\\d{12}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

    private final Pattern pattern;

    IdInPath(String form) {
        pattern = Pattern.compile("(?<![0-9A-Za-z-])(?:" + form + ")(?![0-9A-Za-z-])");
    }

    /** The first id in the file's own name, or else in the folder that it lies in; null for none. */
    @Nullable
    String nearest(List<String> folders) {
        int last = folders.size() - 1;
        for (int i = last; i >= Math.max(0, last - 1); i--) {
            var matcher = pattern.matcher(folders.get(i));
            if (matcher.find()) {
                return matcher.group();
            }
        }
        return null;
    }
}
