package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.Condition;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Principal access boundary policies, and what binds them to principals.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v3/organizations.locations.principalAccessBoundaryPolicies">
 *     Policies</a>
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v3/organizations.locations.policyBindings">Bindings</a>
 */
final class BoundaryFacts {

    private static final Pattern POLICY =
            Pattern.compile("organizations/[^/]+/locations/[^/]+/principalAccessBoundaryPolicies/[^/]+");
    private static final Pattern BINDING =
            Pattern.compile("(?:organizations|folders|projects)/[^/]+/locations/[^/]+/policyBindings/[^/]+");
    private static final Pattern CONTAINER = Pattern.compile(
            "//cloudresourcemanager\\.googleapis\\.com/" + "((?:organizations|folders|projects)/[^/]+)");

    private final GcpEstate estate;

    BoundaryFacts(GcpEstate estate) {
        this.estate = estate;
    }

    static boolean isPolicy(JsonNode record) {
        return POLICY.matcher(JsonFields.text(record, "name")).matches();
    }

    static boolean isBinding(JsonNode record) {
        return BINDING.matcher(JsonFields.text(record, "name")).matches();
    }

    void policy(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        policy(asset.data(), asset.dataAt(), asset.source(), facts);
    }

    void binding(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        binding(asset.data(), asset.dataAt(), asset.source(), facts);
    }

    /** {@code pointer} is where in the record the policy stands. */
    void policy(JsonNode policy, String pointer, Source record, Consumer<Fact> facts) throws MalformedRecordException {
        var name = JsonFields.required(policy, pointer, "name");
        var details = policy.path("details");
        if (!details.isObject()) {
            throw new MalformedRecordException(
                    pointer,
                    "an access boundary without its rules; export it with `gcloud iam principal-access-boundary-policies"
                            + " describe`");
        }
        var at = pointer + "/details/rules";
        var resources = new ArrayList<String>();
        for (var rule : JsonFields.list(details.path("rules"), at)) {
            // There is no other effect; should one be made, what it names is not what is permitted.
            if (JsonFields.text(rule, "effect").equals("ALLOW")) {
                resources.addAll(JsonFields.texts(rule.path("resources"), at));
            }
        }
        var version = JsonFields.text(JsonFields.either(details, "enforcementVersion", "enforcement_version"));
        var source = record.inside(pointer);
        estate.later(
                () -> new AccessBoundary(
                        name, resources.stream().map(this::container).toList(), version, source),
                facts);
    }

    private String container(String resource) {
        var match = CONTAINER.matcher(resource);
        return match.matches() ? estate.container(match.group(1)) : resource;
    }

    /** {@code pointer} is where in the record the binding stands; bindings of other kinds of policy are not read. */
    void binding(JsonNode binding, String pointer, Source record, Consumer<Fact> facts)
            throws MalformedRecordException {
        var kind = JsonFields.text(JsonFields.either(binding, "policyKind", "policy_kind"));
        if (!kind.isEmpty() && !kind.equals("PRINCIPAL_ACCESS_BOUNDARY") && !kind.equals("1")) {
            return;
        }
        var target = binding.path("target");
        var set = JsonFields.text(JsonFields.either(target, "principalSet", "principal_set"));
        if (set.isEmpty()) {
            throw new MalformedRecordException(
                    pointer + "/target",
                    "`principalSet` is missing; export it with `gcloud iam policy-bindings describe`");
        }
        facts.accept(new AccessBoundaryBinding(
                JsonFields.required(binding, pointer, "name"),
                JsonFields.required(binding, pointer, "policy"),
                set,
                condition(binding.path("condition"), pointer),
                record.inside(pointer)));
    }

    private static @Nullable Condition condition(JsonNode condition, String pointer) throws MalformedRecordException {
        return condition.isMissingNode() || condition.isNull()
                ? null
                : new Condition(
                        JsonFields.text(condition, "title"),
                        JsonFields.required(condition, pointer + "/condition", "expression"));
    }
}
