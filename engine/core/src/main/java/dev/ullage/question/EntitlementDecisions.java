package dev.ullage.question;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Decision;
import dev.ullage.access.Entitlement;
import dev.ullage.access.NameSet;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.ledger.Everybody;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides from entitlements. A refusal is found as the absence of an entitlement, so that it cannot be said which denial
 * or boundary takes away what a grant gives.
 */
public final class EntitlementDecisions implements Decisions {

    private final EstateAccess access;
    private final Gaps gaps;

    /** Prepares to decide in an estate. */
    public EntitlementDecisions(EstateAccess access) {
        this.access = access;
        this.gaps = new Gaps(access.facts());
    }

    @Override
    public Decision decide(String principal, String permission, String object) {
        var asked = new Asked(principal, permission, object);
        var rows = asked.rows();
        for (var granted : List.of(Answer.YES, Answer.UNKNOWN)) {
            for (var row : rows) {
                if (row.granted() == granted) {
                    return granted(row, granted == Answer.YES ? Ruling.ALLOWED : Ruling.UNKNOWN);
                }
            }
        }
        var unseen = asked.unseen();
        return unseen.isEmpty()
                ? new Decision(Ruling.IMPLICIT_DENY, List.of(asked.nothing()), List.of(), List.of())
                : new Decision(Ruling.UNKNOWN, List.of(), unseen, List.of());
    }

    private static Decision granted(AccessRow row, Ruling ruling) {
        var deciding = new ArrayList<>(row.path());
        row.because().stream().findFirst().map(Explanation::steps).ifPresent(deciding::addAll);
        return new Decision(ruling, deciding, row.missing(), List.of());
    }

    /** One request. */
    private final class Asked {
        private final String principal;
        private final String permission;
        private final String object;
        private final String resource;
        private final String name;

        Asked(String principal, String permission, String object) {
            this.principal =
                    access.facts().principal(principal).map(Principal::id).orElse(principal);
            this.permission = permission;
            this.object = object;
            boolean isInBucket = object.startsWith("gs://") || object.startsWith("s3://");
            int slash = isInBucket ? object.indexOf('/', "gs://".length()) : -1;
            var place = slash < 0 ? object : object.substring(0, slash);
            this.resource = access.facts().principal(place).map(Principal::id).orElse(place);
            this.name = slash < 0 ? "" : object.substring(slash + 1);
        }

        List<AccessRow> rows() {
            var rows = new AccessRows();
            for (var entitlement : access.entitlements(new AccessQuestion(principal, permission, resource))) {
                if (!entitlement.isOnObjects() || !name.isEmpty()) {
                    rows.add(entitlement, NameSet.of(name), List.of(), List.of());
                }
            }
            return rows.rows().stream().sorted(AccessRow.ORDER).toList();
        }

        List<String> unseen() {
            var facts = access.facts();
            boolean isThere = facts.bucket(resource).isPresent()
                    || facts.principal(resource).isPresent()
                    || facts.container(resource).isPresent();
            if (!isThere) {
                return List.of("%s is not in the input".formatted(resource));
            }
            var unseen = new ArrayList<>(gaps.at(resource, permissionClass()));
            if (Providers.of(principal) == Provider.AWS) {
                facts.gap(Topic.IAM_POLICIES, principal).ifPresent(unseen::add);
            }
            for (var entitlement : access.entitlements(new AccessQuestion(null, permission, resource))) {
                throughMany(entitlement, unseen);
            }
            return unseen;
        }

        private void throughMany(Entitlement entitlement, List<String> unseen) {
            var many = entitlement.principal();
            boolean reaches = entitlement.isOnObjects()
                    ? !name.isEmpty() && entitlement.reach().possible().contains(name)
                    : name.isEmpty();
            boolean mayInclude = Everybody.includes(many) || Multitude.mayInclude(many, principal);
            if (reaches && mayInclude && !many.equals(principal)) {
                unseen.add(
                        "%s has it, and whether %s has it as one of them is not evaluated".formatted(many, principal));
            }
        }

        private PermissionClass permissionClass() {
            return new AskedPermission(permission, null).meantClass();
        }

        Step nothing() {
            return new Step(
                    "nothing that was read lets %s do %s on %s in the end".formatted(principal, permission, object),
                    null);
        }
    }
}
