package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Condition;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deny policies, and organisation policies as resources.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v2/policies">Deny policies</a>
 * @see <a href="https://cloud.google.com/resource-manager/docs/reference/orgpolicy/rest/v2/organizations.policies">
 *     Organisation policies</a>
 */
final class PolicyFacts {

    private static final Pattern DENY_NAME = Pattern.compile("policies/([^/]+)/denypolicies/[^/]+");
    private static final String ATTACHED_TO = "cloudresourcemanager.googleapis.com/";

    private final GcpEstate estate;

    PolicyFacts(GcpEstate estate) {
        this.estate = estate;
    }

    void deny(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        deny(asset.data(), asset.dataAt(), asset.source(), facts);
    }

    /** True for the resource of a deny policy; other policies of the same API are not read. */
    static boolean isDenyPolicy(JsonNode policy) {
        return DENY_NAME.matcher(JsonFields.text(policy, "name")).matches();
    }

    /** {@code pointer} is where in the record the policy stands. */
    void deny(JsonNode policy, String pointer, Source record, Consumer<Fact> facts) throws MalformedRecordException {
        var name = JsonFields.text(policy, "name");
        var parts = DENY_NAME.matcher(name);
        if (!parts.matches()) {
            return;
        }
        var container = parts.group(1).replace("%2F", "/").replace("%2f", "/").replace(ATTACHED_TO, "");
        var rules = policy.path("rules");
        if (!rules.isArray()) {
            throw new MalformedRecordException(
                    pointer, "a deny policy without its rules; export it with `gcloud iam policies get`");
        }
        for (int i = 0; i < rules.size(); i++) {
            var at = pointer + "/rules/" + i + "/denyRule";
            var rule = rules.get(i).path("denyRule");
            if (!rule.isObject()) {
                throw new MalformedRecordException(at, "a rule that denies nothing; export it again");
            }
            var condition = condition(rule.path("denialCondition"), at);
            var principals = JsonFields.texts(rule.path("deniedPrincipals"), at);
            var exceptPrincipals = JsonFields.texts(rule.path("exceptionPrincipals"), at);
            var permissions = JsonFields.texts(rule.path("deniedPermissions"), at);
            var exceptPermissions = JsonFields.texts(rule.path("exceptionPermissions"), at);
            var source = record.inside(at);
            estate.give(
                    GcpEstate.CONTAINERS + container,
                    () -> new DenyRule(
                            estate.container(container),
                            name,
                            principals,
                            exceptPrincipals,
                            permissions,
                            exceptPermissions,
                            condition,
                            source),
                    facts);
        }
    }

    /** A rule with a condition holds for some resources only, and is not put down as a setting. */
    void organisation(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var name = JsonFields.text(asset.data(), "name");
        var rules = JsonFields.list(asset.data().path("spec").path("rules"), asset.dataAt() + "/spec/rules");
        if (!name.endsWith("/policies/" + AssetOrgPolicyReader.PUBLIC_ACCESS_PREVENTION)
                || rules.size() != 1
                || rules.get(0).has("condition")) {
            return;
        }
        var container = name.substring(0, name.indexOf("/policies/"));
        var enforced = String.valueOf(rules.get(0).path("enforce").asBoolean());
        var source = asset.source().inside(asset.dataAt());
        estate.give(
                GcpEstate.CONTAINERS + container,
                () -> AssetOrgPolicyReader.preventionSetting(estate.container(container), enforced, source),
                facts);
    }

    private static @Nullable Condition condition(JsonNode condition, String pointer) throws MalformedRecordException {
        if (condition.isMissingNode() || condition.isNull()) {
            return null;
        }
        return new Condition(
                JsonFields.text(condition, "title"),
                JsonFields.required(condition, pointer + "/denialCondition", "expression"));
    }
}
