package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.ContextValue;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.collectors.exports.aws.PolicyDocumentReader;
import dev.ullage.model.Answer;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A request on AWS with all policies that bear on it. Nothing is filled in: what the case does not say is not so. */
record AwsCase(AwsRequest request, PolicyLayers layers) {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "cloud",
            "principal",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "contextIsPartial",
            "identityPolicies",
            "resourcePolicy",
            "boundary",
            "sessionPolicy",
            "scps",
            "rcps");

    private static final PolicyDocumentReader DOCUMENTS = new PolicyDocumentReader();

    static AwsCase read(JsonNode node, Source source) throws MalformedCaseException {
        var fields = new CaseFields(node, FIELDS);
        var reader = new Reader(fields, source);
        var layers = new PolicyLayers(
                reader.policies("identityPolicies"),
                reader.policy("boundary"),
                reader.policy("sessionPolicy"),
                Stream.ofNullable(reader.policy("resourcePolicy"))
                        .flatMap(List::stream)
                        .toList(),
                reader.levels("scps"),
                reader.levels("rcps"),
                Answer.NO);
        var request = new AwsRequest(
                Caller.of(fields.text("principal")),
                fields.text("action"),
                ResourceArn.of(fields.text("resource")),
                fields.text("resourceAccount", ""),
                reader.context());
        fields.done();
        return new AwsCase(request, layers);
    }

    private record Reader(CaseFields fields, Source source) {

        List<CompiledPolicy> policies(String name) {
            var policies = new ArrayList<CompiledPolicy>();
            for (var document : fields.list(name)) {
                policies.add(policy(document, "/" + name + "/" + policies.size()));
            }
            return policies;
        }

        @Nullable
        List<CompiledPolicy> policy(String name) {
            var document = fields.node(name);
            return document.isMissingNode() || document.isNull() ? null : List.of(policy(document, "/" + name));
        }

        private CompiledPolicy policy(JsonNode document, String pointer) {
            return CompiledPolicy.of(DOCUMENTS.read(pointer, pointer, document, source.inside(pointer)));
        }

        List<PolicyLayers.Level> levels(String name) {
            var levels = new ArrayList<PolicyLayers.Level>();
            for (var level : fields.list(name)) {
                var at = "/" + name + "/" + levels.size();
                var policies = new ArrayList<CompiledPolicy>();
                for (var document : fields.list(level, at)) {
                    policies.add(policy(document, at + "/" + policies.size()));
                }
                levels.add(new PolicyLayers.Level(policies, Answer.YES));
            }
            return levels;
        }

        RequestContext context() {
            var values = new HashMap<String, ContextValue>();
            var context = fields.node("context");
            if (!context.isObject() && !context.isMissingNode() && !context.isNull()) {
                fields.problem("/context", "is not an object of keys");
            }
            for (var entry : context.properties()) {
                values.put(entry.getKey(), value(entry));
            }
            return fields.flag("contextIsPartial") ? RequestContext.partial(values) : RequestContext.complete(values);
        }

        private ContextValue value(Map.Entry<String, JsonNode> entry) {
            var value = entry.getValue();
            var values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
            return ContextValue.of(values.map(one -> {
                        if (!one.isValueNode() || one.isNull()) {
                            fields.problem("/context/" + entry.getKey(), "is neither a text nor a list of texts");
                        }
                        return one.asText();
                    })
                    .toList());
        }
    }
}
