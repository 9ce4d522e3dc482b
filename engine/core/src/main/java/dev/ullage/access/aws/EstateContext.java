package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.policy.ContextValue;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an estate says of the condition keys of requests that nobody has made yet: who asks, and about what. How they ask
 * is not known, but for TLS, which is the caller's choice.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     keys</a>
 */
final class EstateContext {

    /** What credentials of S3 Access Grants have in requests, and no others. */
    static final String ACCESS_GRANTS_INSTANCE = "s3:accessgrantsinstancearn";

    private static final String PASSED_TO_SERVICE = "iam:passedtoservice";
    private static final String PRINCIPAL_TAG = "aws:principaltag/";

    private final FactIndex facts;
    private final AwsPolicies policies;

    EstateContext(FactIndex facts, AwsPolicies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** True for keys that say something about who asks. */
    static boolean isOfCaller(String key) {
        return key.startsWith("aws:principal")
                || key.equals("aws:username")
                || key.equals("aws:userid")
                || key.equals("aws:sourcearn")
                || key.equals("aws:sourceaccount")
                || key.startsWith("aws:sourceorg")
                || key.equals(ACCESS_GRANTS_INSTANCE)
                || key.equals(PASSED_TO_SERVICE);
    }

    /** What is known of requests that pass a role to a service. */
    static RequestContext passing(RequestContext caller, String service) {
        var passedTo = ContextValue.of(service);
        return key -> key.equals(PASSED_TO_SERVICE) ? passedTo : caller.value(key);
    }

    /** True for keys that say something about what is asked for. */
    static boolean isOfTarget(String key) {
        return key.startsWith("aws:resource")
                || key.equals("s3:resourceaccount")
                || key.equals("aws:requestedregion")
                || isOfAccessPoint(key);
    }

    /** True for keys that only requests through an access point have. */
    private static boolean isOfAccessPoint(String key) {
        return key.startsWith("s3:dataaccesspoint") || key.equals("s3:accesspointnetworkorigin");
    }

    /**
     * What a request has of the access point that it comes through; one that comes directly has nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-condition-keys">
     *     Condition keys</a>
     */
    private static ContextValue ofAccessPoint(String key, @Nullable AccessPoint point) {
        if (point == null) {
            return ContextValue.ABSENT;
        }
        return switch (key) {
            case "s3:dataaccesspointarn" -> ContextValue.of(point.id());
            case "s3:dataaccesspointaccount" -> ContextValue.of(point.account());
            case "s3:accesspointnetworkorigin" -> ContextValue.of(point.networkOrigin());
            default -> ContextValue.UNKNOWN;
        };
    }

    /** What is the same of all requests. */
    static RequestContext anybody() {
        return key -> key.equals("aws:securetransport") ? ContextValue.chosen("true") : ContextValue.UNKNOWN;
    }

    /** What is known of requests of a user or role. */
    RequestContext of(Principal principal) {
        var values = new HashMap<String, ContextValue>();
        var account = Arns.account(principal.id()).orElse("");
        boolean isUser = principal.kind() == PrincipalKind.USER;
        values.put("aws:principalarn", ContextValue.of(principal.id()));
        values.put("aws:principaltype", ContextValue.of(type(principal.kind())));
        values.put("aws:username", isUser ? ContextValue.of(nameOf(principal)) : ContextValue.ABSENT);
        addAccount(account, values);
        var tags = new HashMap<String, String>();
        principal.tags().forEach((tag, value) -> tags.put(tag.toLowerCase(java.util.Locale.ROOT), value));
        boolean mayBeTagged = principal.kind() == PrincipalKind.ROLE && sessionsMayHaveTags(principal);
        return key -> {
            if (key.startsWith(PRINCIPAL_TAG)) {
                return mayBeTagged ? ContextValue.UNKNOWN : tag(tags.get(key.substring(PRINCIPAL_TAG.length())));
            }
            var value = values.get(key);
            return value == null ? anybody().value(key) : value;
        };
    }

    private static String type(PrincipalKind kind) {
        return switch (kind) {
            case USER -> "User";
            case ACCOUNT -> "Account";
            default -> "AssumedRole";
        };
    }

    private static ContextValue tag(@Nullable String value) {
        return value == null ? ContextValue.ABSENT : ContextValue.of(value);
    }

    private static String nameOf(Principal principal) {
        return principal.id().substring(principal.id().lastIndexOf('/') + 1);
    }

    /**
     * Tags of a session win over those of its role.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
     */
    private boolean sessionsMayHaveTags(Principal role) {
        return policies.of(role.id(), AttachmentKind.TRUST).stream()
                .map(AwsPolicies.Applied::policy)
                .anyMatch(policy -> !policy.problems().isEmpty()
                        || policy.statementsAbout("sts:TagSession").stream()
                                .anyMatch(statement -> !statement.denies()));
    }

    /** What is known of requests of everybody in an account, or of somebody of whom only the account is known. */
    RequestContext of(String account) {
        var values = new HashMap<String, ContextValue>();
        addAccount(account, values);
        return key -> {
            var value = values.get(key);
            return value == null ? anybody().value(key) : value;
        };
    }

    /** Requests of principals of AWS say nothing of a source, which only services do on behalf of somebody. */
    private void addAccount(String account, Map<String, ContextValue> values) {
        values.put("aws:principalaccount", ContextValue.of(account));
        values.put("aws:principalisawsservice", ContextValue.of("false"));
        values.put(ACCESS_GRANTS_INSTANCE, ContextValue.ABSENT);
        values.put("aws:principalservicename", ContextValue.ABSENT);
        values.put("aws:principalservicenameslist", ContextValue.ABSENT);
        values.put("aws:sourcearn", ContextValue.ABSENT);
        values.put("aws:sourceaccount", ContextValue.ABSENT);
        values.put("aws:sourceorgid", ContextValue.ABSENT);
        values.put("aws:sourceorgpaths", ContextValue.ABSENT);
        addOrganization(account, "aws:principalorg", values);
    }

    /** The path of an account begins with its organisation and ends with a slash. */
    private void addOrganization(String account, String lead, Map<String, ContextValue> values) {
        var levels = new ArrayList<>(facts.upwards(account));
        organization(account).ifPresent(id -> {
            values.put(lead + "id", ContextValue.of(id));
            levels.remove(account);
            Collections.reverse(levels);
            values.put(lead + "paths", ContextValue.of(List.of(String.join("/", levels) + "/")));
        });
    }

    private Optional<String> organization(String account) {
        var levels = facts.upwards(account);
        return facts.container(levels.get(levels.size() - 1))
                .filter(top ->
                        top.kind() == ContainerKind.ORGANIZATION && top.id().startsWith("o-"))
                .map(Container::id);
    }

    /** Adds to what is known of a caller what is known of a target. */
    RequestContext at(RequestContext caller, AwsTarget target) {
        var values = new HashMap<String, ContextValue>();
        if (target.isOwnerKnown()) {
            values.put("aws:resourceaccount", ContextValue.of(target.account()));
            values.put("s3:resourceaccount", ContextValue.of(target.account()));
            addOrganization(target.account(), "aws:resourceorg", values);
        }
        var point = target.accessPoint();
        var region =
                point == null ? facts.bucket(target.id()).map(Bucket::location).orElse("") : Arns.region(point.id());
        if (!region.isEmpty()) {
            values.put("aws:requestedregion", ContextValue.of(region));
        }
        if (point != null && point.vpc() != null) {
            values.put("aws:sourcevpc", ContextValue.of(point.vpc()));
        }
        return key -> {
            var value = values.get(key);
            if (value != null) {
                return value;
            }
            return isOfAccessPoint(key) ? ofAccessPoint(key, point) : caller.value(key);
        };
    }
}
