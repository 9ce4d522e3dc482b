package dev.ullage.access.aws.policy;

import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Decides single requests and says why, and why not. */
public final class AwsDecision {

    private final AwsRequest request;
    private final PolicyLayers layers;
    private final List<Step> deciding = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> residual = new ArrayList<>();

    private AwsDecision(AwsRequest request, PolicyLayers layers) {
        this.request = request;
        this.layers = layers;
    }

    /** How AWS would answer, with the statements that decide. */
    public static Decision of(AwsRequest request, PolicyLayers layers) {
        var ruling = AwsRuling.of(request, layers);
        var decision = new AwsDecision(request, layers);
        switch (ruling) {
            case EXPLICIT_DENY -> decision.everyPolicy((layer, policy) -> decision.statements(layer, policy, true));
            case ALLOWED -> decision.everyPolicy((layer, policy) -> decision.statements(layer, policy, false));
            case IMPLICIT_DENY -> decision.whyNot();
            case UNKNOWN -> decision.everyPolicy(decision::open);
        }
        return new Decision(ruling, decision.deciding, decision.missing, decision.residual);
    }

    /** What is open in the policies, whatever else may decide. */
    public static Decision open(AwsRequest request, PolicyLayers layers) {
        var decision = new AwsDecision(request, layers);
        decision.everyPolicy(decision::open);
        return new Decision(Ruling.UNKNOWN, decision.deciding, decision.missing, decision.residual);
    }

    private void everyPolicy(BiConsumer<LayerName, CompiledPolicy> visitor) {
        var caller = request.caller();
        if (caller.kind().hasIdentity()) {
            visit(LayerName.IDENTITY, layers.identity(), visitor);
            visit(LayerName.PERMISSIONS_BOUNDARY, orNone(layers.boundary()), visitor);
            visit(LayerName.SESSION, orNone(layers.session()), visitor);
        }
        visit(LayerName.RESOURCE, layers.resource(), visitor);
        boolean isBound = caller.isServiceLinked() != Answer.YES;
        if (caller.kind().hasIdentity() && isBound) {
            layers.serviceControl().forEach(level -> visit(LayerName.SERVICE_CONTROL, level.policies(), visitor));
        }
        if (isBound) {
            layers.resourceControl().forEach(level -> visit(LayerName.RESOURCE_CONTROL, level.policies(), visitor));
        }
    }

    private static List<CompiledPolicy> orNone(@Nullable List<CompiledPolicy> policies) {
        return policies == null ? List.of() : policies;
    }

    private static void visit(
            LayerName layer, List<CompiledPolicy> policies, BiConsumer<LayerName, CompiledPolicy> visitor) {
        policies.forEach(policy -> visitor.accept(layer, policy));
    }

    private void statements(LayerName layer, CompiledPolicy policy, boolean denying) {
        for (var statement : policy.statementsAbout(request.action())) {
            if (statement.denies() == denying && truth(layer, statement) == Answer.YES) {
                deciding.add(step(layer, policy, statement));
            }
        }
    }

    private Answer truth(LayerName layer, CompiledStatement statement) {
        var about = statement.about(request.resource(), request.context());
        if (layer != LayerName.RESOURCE) {
            return about;
        }
        var caller = request.caller();
        return about.and(
                statement.denies()
                        ? statement.principal().denies(caller, layers.boundary() != null)
                        : statement.principal().allows(caller).any());
    }

    private Step step(LayerName layer, CompiledPolicy policy, CompiledStatement statement) {
        return new Step(
                "%s %s: %s %s %s"
                        .formatted(
                                layer.word(),
                                policy.id(),
                                statement,
                                statement.denies() ? "denies" : "allows",
                                request.action()),
                statement.statement().source());
    }

    private void open(LayerName layer, CompiledPolicy policy) {
        for (var statement : policy.statementsAbout(request.action())) {
            if (truth(layer, statement) != Answer.UNKNOWN) {
                continue;
            }
            deciding.add(step(layer, policy, statement));
            var conditions = statement.openConditions(request.context());
            if (conditions.isEmpty()) {
                missing.add("whom or what %s of %s means is not known".formatted(statement, policy.id()));
            } else {
                var together = String.join(" and ", conditions);
                missing.add("whether `%s` holds is not known".formatted(together));
                residual.add((statement.denies() ? "unless " : "if ") + together);
            }
        }
        for (var problem : policy.problems()) {
            missing.add("%s %s: %s".formatted(layer.word(), policy.id(), problem));
        }
        if (request.account().isEmpty()) {
            missing.add("which account owns %s is not known".formatted(request.resource()));
        }
    }

    /** Each part that would have to allow and does not. */
    private void whyNot() {
        var caller = request.caller();
        if (!caller.kind().hasIdentity()) {
            sayUnlessAllowed(LayerName.RESOURCE, layers.resource(), "");
            return;
        }
        boolean isRoot = caller.kind() == Caller.Kind.ROOT;
        boolean isSameAccount = request.account().equals(caller.account());
        if (!isRoot && (!isSameAccount || !isAllowed(LayerName.RESOURCE, layers.resource()))) {
            sayUnlessAllowed(LayerName.IDENTITY, layers.identity(), "");
        }
        if (!isSameAccount) {
            sayUnlessAllowed(LayerName.RESOURCE, layers.resource(), ", which has to, across accounts");
        }
        if (layers.boundary() != null) {
            sayUnlessAllowed(LayerName.PERMISSIONS_BOUNDARY, layers.boundary(), "");
        }
        if (layers.session() != null) {
            sayUnlessAllowed(LayerName.SESSION, layers.session(), "");
        }
        layers.serviceControl()
                .forEach(level -> sayUnlessAllowed(LayerName.SERVICE_CONTROL, level.policies(), " at some level"));
        layers.resourceControl()
                .forEach(level -> sayUnlessAllowed(LayerName.RESOURCE_CONTROL, level.policies(), " at some level"));
        if (deciding.isEmpty()) {
            deciding.add(new Step(
                    "the policy of %s has to allow %s as well, and does not"
                            .formatted(request.resource(), request.action()),
                    null));
        }
    }

    private void sayUnlessAllowed(LayerName layer, List<CompiledPolicy> policies, String circumstance) {
        if (!isAllowed(layer, policies)) {
            deciding.add(new Step(
                    "no %s allows %s on %s%s"
                            .formatted(layer.word(), request.action(), request.resource(), circumstance),
                    null));
        }
    }

    private boolean isAllowed(LayerName layer, List<CompiledPolicy> policies) {
        return policies.stream()
                .anyMatch(policy -> !policy.problems().isEmpty()
                        || policy.statements().stream()
                                .anyMatch(statement -> !statement.denies()
                                        && statement.coversLowerCase(
                                                request.action().toLowerCase(Locale.ROOT))
                                        && truth(layer, statement) != Answer.NO));
    }
}
