package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import java.util.regex.Pattern;

/**
 * The principal that a question is about.
 *
 * @param id as its provider writes it in policies
 */
public record AskedPrincipal(String id) {

    private static final Pattern SESSION =
            Pattern.compile("arn:(aws[a-z-]*):sts::(\\d{12}):assumed-role/([\\w+=,.@-]+)/.*");
    private static final Pattern BARE_EMAIL = Pattern.compile("[^@\\s:/*]+@[^@\\s:/*]+");
    private static final Pattern KNOWN =
            Pattern.compile("arn:.+|[A-Za-z]+:.+|allUsers|allAuthenticatedUsers|\\*|\\d{12}");

    /**
     * From what a person writes.
     *
     * @throws MalformedQuestionException for what is not the id of a principal
     */
    public static AskedPrincipal of(String text) throws MalformedQuestionException {
        if (BARE_EMAIL.matcher(text).matches()) {
            var meant = text.endsWith(".gserviceaccount.com")
                    ? quoted("serviceAccount:" + text)
                    : quoted("user:" + text) + " or " + quoted("group:" + text);
            throw new MalformedQuestionException(quoted(text) + " does not say what kind it is; write " + meant);
        }
        var session = SESSION.matcher(text);
        if (session.matches()) {
            var role = "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3);
            throw new MalformedQuestionException(
                    quoted(text) + " is a session, which ends; ask of its role, such as " + quoted(role));
        }
        if (!KNOWN.matcher(text).matches()) {
            throw new MalformedQuestionException(quoted(text)
                    + " is not a principal; write it as its provider does: `serviceAccount:…`, `user:…`, `group:…`,"
                    + " `principal://…` or `arn:aws:iam::111122223333:role/name`");
        }
        return new AskedPrincipal(text);
    }
}
