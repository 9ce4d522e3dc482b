package dev.ullage.audit;

import dev.ullage.access.aws.Arns;
import dev.ullage.ledger.Everybody;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the id of a principal alone says about it, for those that a grant names and no list holds.
 *
 * @param home project, account or mail domain that it belongs to; empty when the id does not say
 * @see <a href="https://cloud.google.com/iam/docs/service-account-types">Types of service accounts</a>
 * @see <a href="https://cloud.google.com/iam/docs/service-agents">Service agents</a>
 */
record Identity(Provider provider, PrincipalKind kind, String name, Optional<String> home) {

    private static final Pattern PROJECT_NUMBER = Pattern.compile("projects/(\\d+)/");
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z]{2}A[A-Z0-9]{12,}");

    static Identity of(String id) {
        return id.startsWith("arn:")
                        || id.startsWith("canonical:")
                        || id.startsWith("service:")
                        || id.startsWith("http")
                        || id.equals("*")
                        || id.matches("\\d{12}")
                        || UNIQUE_ID.matcher(id).matches()
                ? aws(id)
                : gcp(id);
    }

    private static Identity aws(String id) {
        if (Everybody.includes(id)) {
            return new Identity(Provider.AWS, PrincipalKind.PUBLIC, id, Optional.empty());
        }
        var account = Arns.account(id);
        var name = id.substring(id.lastIndexOf('/') + 1);
        if (id.startsWith("service:")) {
            return new Identity(Provider.AWS, PrincipalKind.SERVICE_AGENT, id, Optional.empty());
        }
        if (UNIQUE_ID.matcher(id).matches()) {
            return new Identity(Provider.AWS, PrincipalKind.DELETED, id, Optional.empty());
        }
        PrincipalKind kind;
        if (id.contains(":user/")) {
            kind = PrincipalKind.USER;
        } else if (id.contains(":role/") || id.contains(":assumed-role/")) {
            kind = PrincipalKind.ROLE;
        } else if (id.contains(":group/")) {
            kind = PrincipalKind.GROUP;
        } else if (id.contains(":oidc-provider/") || id.contains(":saml-provider/")) {
            kind = PrincipalKind.FEDERATED;
        } else {
            kind = PrincipalKind.ACCOUNT;
        }
        return new Identity(Provider.AWS, kind, name, account);
    }

    private static Identity gcp(String id) {
        if (Everybody.includes(id)) {
            return new Identity(Provider.GCP, PrincipalKind.PUBLIC, id, Optional.empty());
        }
        int colon = id.indexOf(':');
        var kind = colon < 0 ? id : id.substring(0, colon);
        var rest = colon < 0 ? "" : id.substring(colon + 1);
        return switch (kind) {
            case "user" -> new Identity(Provider.GCP, PrincipalKind.USER, rest, domain(rest));
            case "group" -> group(rest);
            case "domain" -> new Identity(Provider.GCP, PrincipalKind.DOMAIN, rest, Optional.of(rest));
            case "serviceAccount" -> serviceAccount(rest);
            case "projectOwner", "projectEditor", "projectViewer" ->
                new Identity(Provider.GCP, PrincipalKind.CONVENIENCE, id, Optional.of("projects/" + rest));
            case "deleted" -> new Identity(Provider.GCP, PrincipalKind.DELETED, rest, Optional.empty());
            case "principal", "principalSet" -> federated(id);
            default -> new Identity(Provider.GCP, PrincipalKind.OTHER, id, Optional.empty());
        };
    }

    private static Identity group(String mail) {
        // The groups that deliver logs and analytics are Google's own.
        return mail.endsWith("@google.com")
                ? new Identity(Provider.GCP, PrincipalKind.SERVICE_AGENT, mail, Optional.empty())
                : new Identity(Provider.GCP, PrincipalKind.GROUP, mail, domain(mail));
    }

    private static Identity serviceAccount(String mail) {
        int at = mail.indexOf('@');
        var local = at < 0 ? mail : mail.substring(0, at);
        var host = at < 0 ? "" : mail.substring(at + 1);
        if (host.startsWith("gcp-sa-")
                || host.equals("cloudservices.gserviceaccount.com")
                || host.endsWith(".google.com.iam.gserviceaccount.com")
                || host.equals("system.gserviceaccount.com")
                || local.startsWith("service-") && host.endsWith("-robot.iam.gserviceaccount.com")
                || local.startsWith("service-") && host.endsWith("-system.iam.gserviceaccount.com")) {
            return new Identity(Provider.GCP, PrincipalKind.SERVICE_AGENT, mail, Optional.empty());
        }
        if (host.equals("developer.gserviceaccount.com")) {
            return account(mail, "projects/" + local.replaceFirst("-compute$", ""));
        }
        if (host.equals("appspot.gserviceaccount.com")) {
            return account(mail, "projects/" + local);
        }
        if (host.endsWith(".iam.gserviceaccount.com")) {
            return account(mail, "projects/" + host.substring(0, host.length() - ".iam.gserviceaccount.com".length()));
        }
        // GKE workload identity: <project>.svc.id.goog[<namespace>/<service account>]
        int pool = mail.indexOf(".svc.id.goog[");
        return pool > 0
                ? new Identity(
                        Provider.GCP, PrincipalKind.FEDERATED, mail, Optional.of("projects/" + mail.substring(0, pool)))
                : new Identity(Provider.GCP, PrincipalKind.SERVICE_ACCOUNT, mail, Optional.empty());
    }

    private static Identity account(String mail, String project) {
        return new Identity(Provider.GCP, PrincipalKind.SERVICE_ACCOUNT, mail, Optional.of(project));
    }

    private static Identity federated(String id) {
        var number = PROJECT_NUMBER.matcher(id);
        return new Identity(
                Provider.GCP,
                PrincipalKind.FEDERATED,
                id.substring(id.lastIndexOf('/') + 1),
                number.find() ? Optional.of("projects/" + number.group(1)) : Optional.empty());
    }

    private static Optional<String> domain(String mail) {
        int at = mail.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(mail.substring(at + 1));
    }

    /** True for the accounts that GCP makes for Compute Engine and App Engine and uses where no other is named. */
    boolean isDefaultServiceAccount() {
        return kind == PrincipalKind.SERVICE_ACCOUNT
                && (name.endsWith("-compute@developer.gserviceaccount.com")
                        || name.endsWith("@appspot.gserviceaccount.com"));
    }
}
