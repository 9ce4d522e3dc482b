package dev.ullage.question;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.CanonicalId;
import dev.ullage.access.Entitlement;
import dev.ullage.access.Escalation;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.Arns;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.analysis.Step;
import dev.ullage.ledger.Crowd;
import dev.ullage.ledger.Everybody;
import dev.ullage.model.Answer;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.yaml.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what somebody can do: by own grants, as one of many, and as others that it can act as. */
public final class WhatCan {

    private final EstateAccess access;
    private final Gaps gaps;

    /** Prepares to ask an estate. */
    public WhatCan(EstateAccess access) {
        this.access = access;
        this.gaps = new Gaps(access.facts());
    }

    /** Everything that the principal can do, itself and as whomever it can act as. */
    public AccessAnswer ask(AskedPrincipal principal, Escalation escalation) {
        var id = access.facts().principal(principal.id()).map(Principal::id).orElse(principal.id());
        var rows = new AccessRows();
        var own = access.entitlementsOf(id);
        own.forEach(entitlement -> rows.add(entitlement, NameSet.all(), List.of(), List.of()));
        if (!Crowd.is(id)) {
            asOneOfMany(id, own, rows);
        }
        var notes = new ArrayList<String>();
        var self = CanonicalId.of(id);
        escalation.circle(self).ifPresent(circle -> notes.add("the chain leads back, and ends there: " + circle));
        for (var path : escalation.from(self)) {
            var theirs = access.entitlementsOf(path.to());
            theirs.forEach(entitlement -> rows.add(entitlement, NameSet.all(), steps(path), doubts(path)));
            if (theirs.isEmpty()) {
                notes.add("it can act as %s, of which nothing more is shown here: %s".formatted(path.to(), path));
            }
        }
        var missing = new ArrayList<>(gaps.of(id));
        notThere(id, own).ifPresent(missing::add);
        return new AccessAnswer("what can " + id, rows.rows(), missing, notes);
    }

    private static List<Step> steps(Escalation.Path path) {
        return path.steps().stream()
                .map(step -> new Step("%s can act as %s by %s".formatted(step.from(), step.to(), step.by()), null))
                .toList();
    }

    private static List<String> doubts(Escalation.Path path) {
        return path.steps().stream()
                .filter(step -> step.certainty() != Answer.YES)
                .map(step -> "whether %s can act as %s by %s is not known".formatted(step.from(), step.to(), step.by()))
                .toList();
    }

    private void asOneOfMany(String id, List<Entitlement> own, AccessRows rows) {
        for (var entitlement : ofMany(id)) {
            var more = beyond(entitlement, own);
            if (!more.reach().isEmpty()) {
                var many = entitlement.principal();
                var path = List.of(
                        new Step("%s is or may be one of %s (%s)".formatted(id, many, Multitude.of(many)), null));
                rows.add(more, NameSet.all(), path, doubts(id, many));
            }
        }
    }

    private List<Entitlement> ofMany(String id) {
        if (Providers.of(id) == Provider.GCP) {
            return access.entitlements(AccessQuestion.EVERYTHING).stream()
                    .filter(entitlement -> Providers.of(entitlement.principal()) == Provider.GCP)
                    .filter(entitlement -> Everybody.includes(entitlement.principal())
                            || Multitude.mayInclude(entitlement.principal(), id))
                    .toList();
        }
        var many = new LinkedHashSet<>(Set.of("*", AwsAcls.ALL_USERS, AwsAcls.AUTHENTICATED_USERS));
        Arns.account(id).ifPresent(account -> many.addAll(List.of(account, Arns.root(account))));
        return many.stream()
                .sorted()
                .flatMap(one -> access.entitlements(AccessQuestion.ofPrincipal(one)).stream())
                .toList();
    }

    /** What the many have and the one does not. */
    private static Entitlement beyond(Entitlement ofMany, List<Entitlement> own) {
        var had = own.stream()
                .filter(entitlement -> entitlement.resource().equals(ofMany.resource())
                        && entitlement.permissionClass() == ofMany.permissionClass()
                        && entitlement.permission().equals(ofMany.permission())
                        && entitlement.isOnObjects() == ofMany.isOnObjects())
                .map(entitlement -> entitlement.reach().possible())
                .toList();
        Reach more;
        try {
            more = ofMany.reach().minus(Reach.exactly(NameSet.union(had)));
        } catch (TooComplexException tooComplex) {
            // Too much is said rather than too little.
            more = ofMany.reach();
        }
        return new Entitlement(
                ofMany.provider(),
                ofMany.principal(),
                ofMany.permissionClass(),
                ofMany.permission(),
                ofMany.resource(),
                more,
                ofMany.grounds(),
                ofMany.missing());
    }

    private static List<String> doubts(String id, String many) {
        if (Multitude.isAnybody(many)) {
            return List.of();
        }
        return List.of(
                Everybody.includes(many)
                        ? "whether %s counts among %s is not evaluated".formatted(id, many)
                        : "who is in %s is not in the input".formatted(many));
    }

    private Optional<String> notThere(String id, List<Entitlement> own) {
        var facts = access.facts();
        if (!own.isEmpty() || Crowd.is(id) || facts.principal(id).isPresent()) {
            return Optional.empty();
        }
        var known = facts.principals().stream().map(Principal::id).toList();
        return Optional.of(quoted(id) + " is not in the input"
                + Spelling.closest(CanonicalId.of(id), known)
                        .map(meant -> "; did you mean " + quoted(meant) + "?")
                        .orElse(""));
    }
}
