package dev.ullage.collectors.exports.aws;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ARNs of users and roles by what other files call them: some name a user and leave out the path that the ARN needs, logs of
 * another account have nothing but the unique id.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
final class Identities {

    private record UserName(String account, String name) {}

    private final Map<UserName, String> users = new HashMap<>();
    private final Map<String, String> byUniqueId = new HashMap<>();

    /** Takes note of a user. */
    void user(String account, String name, String arn) {
        users.put(new UserName(account, name), arn);
    }

    /** Takes note of the unique id of a user or role, such as {@code AROAEXAMPLE}. */
    void uniqueId(String id, String arn) {
        if (!id.isEmpty()) {
            byUniqueId.put(id, arn);
        }
    }

    /** The user's ARN; one without a path for a user that no file lists. */
    String userArn(String account, String name) {
        var arn = users.get(new UserName(account, name));
        return arn != null ? arn : "arn:aws:iam::" + account + ":user/" + name;
    }

    /** The ARN of the user or role with this unique id; null when no file lists it, or the id is empty. */
    @Nullable
    String arn(String uniqueId) {
        return byUniqueId.get(uniqueId);
    }
}
