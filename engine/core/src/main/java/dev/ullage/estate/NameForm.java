package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.yaml.YamlFields;
import java.util.regex.Pattern;

/** How owners name their own things, so that a name can stand in a table, a file name and a command. */
final class NameForm {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private NameForm() {}

    static void check(YamlFields fields, String key, String name) {
        if (!NAME.matcher(name).matches()) {
            fields.problem(
                    key,
                    quoted(name) + " is not a name",
                    "write up to 63 letters, digits, dots, hyphens and underscores");
        }
    }
}
