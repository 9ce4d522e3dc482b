package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an owner writes who runs a workload: as the providers write it in their policies.
 *
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers of Google Cloud</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">Identifiers of AWS IAM</a>
 */
final class PrincipalForm {

    private static final String EMAIL = "[^@\\s:/*]+@[^@\\s:/*]+\\.[^@\\s:/*.]+";
    private static final Pattern GCP = Pattern.compile("(user|group):" + EMAIL
            + "|serviceAccount:[^@\\s:/*]+@[^@\\s:/*]+\\.gserviceaccount\\.com"
            + "|serviceAccount:[^@\\s/*]+\\.svc\\.id\\.goog\\[[^\\s/*\\]]+/[^\\s/*\\]]+]"
            + "|principal(Set)?://[a-z]+\\.googleapis\\.com/\\S+");
    private static final Pattern AWS =
            Pattern.compile("arn:aws(-cn|-us-gov)?:iam::\\d{12}:(root|(user|group|role)/[\\w+=,.@/-]+)");
    private static final Pattern BARE_EMAIL = Pattern.compile(EMAIL);
    private static final Pattern SESSION =
            Pattern.compile("arn:(aws[a-z-]*):sts::(\\d{12}):assumed-role/([\\w+=,.@-]+)/.*");

    private PrincipalForm() {}

    /** Who knows the principal, or would if it were without fault. */
    static Provider providerOf(String principal) {
        return principal.startsWith("arn:") ? Provider.AWS : Provider.GCP;
    }

    /** What is wrong with a principal, if anything. */
    static Optional<Fault> faultOf(String principal) {
        if (GCP.matcher(principal).matches() || AWS.matcher(principal).matches()) {
            return Optional.empty();
        }
        if (BARE_EMAIL.matcher(principal).matches()) {
            var kinds = principal.endsWith(".gserviceaccount.com")
                    ? quoted("serviceAccount:" + principal)
                    : quoted("user:" + principal) + " or " + quoted("group:" + principal);
            return Optional.of(new Fault(quoted(principal) + " does not say what kind it is", "write " + kinds));
        }
        var session = SESSION.matcher(principal);
        if (session.matches()) {
            var role = "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3);
            return Optional.of(new Fault(
                    quoted(principal) + " is a session, which ends", "write its role, such as " + quoted(role)));
        }
        return Optional.of(new Fault(
                quoted(principal) + " is not a principal",
                "write it as its provider does: `serviceAccount:name@project.iam.gserviceaccount.com`,"
                        + " `user:…`, `group:…`, `principal://…` or `arn:aws:iam::111122223333:role/name`"));
    }
}
