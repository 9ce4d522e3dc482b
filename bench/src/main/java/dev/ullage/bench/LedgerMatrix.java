package dev.ullage.bench;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.bench.measure.AnswerDigest;
import dev.ullage.bench.measure.Cost;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import dev.ullage.model.PermissionClass;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What the ledger's column of grants takes: every permission class, with the names of objects told exactly. */
final class LedgerMatrix implements Driver {

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        measure(facts, 1, 5, figures, "ledger");
        byPermission(facts, figures);
    }

    /** Measures one account under a name. */
    static void measure(FactIndex facts, int warmUps, int repetitions, Figures figures, String name) {
        var runs = Runs.of(
                warmUps, repetitions, new Runs.Job<>(() -> new AwsAccess(facts).entitlements(), LedgerMatrix::digest));
        figures.runs(name, runs);
        figures.number(
                name + " entitlements per CPU s",
                Double.parseDouble(runs.answer().replaceAll(".*, (\\d+) .*", "$1"))
                        * 1e9
                        / runs.spread(Cost::threadNanos).median());
    }

    /** Where the time goes. */
    private static void byPermission(FactIndex facts, Figures figures) {
        var access = new AwsAccess(facts);
        var permissions = new TreeSet<String>();
        Arrays.stream(PermissionClass.values()).forEach(one -> permissions.addAll(AwsAccess.permissions(one)));
        for (var permission : permissions) {
            var count = new int[1];
            var cost = Cost.of(() -> count[0] = access.entitlements(new AccessQuestion(null, permission, null))
                    .size());
            figures.fact(
                    permission,
                    "%s CPU s, %s entitlements".formatted(Math.round(cost.threadNanos() / 1e6) / 1e3, count[0]));
        }
    }

    /** Order carries no meaning, and neither does the way a set of names is written for one version of the engine. */
    static String digest(List<Entitlement> entitlements) {
        var digest = new AnswerDigest();
        entitlements.stream().map(LedgerMatrix::line).sorted().forEach(digest::line);
        return "%s, %s entitlements".formatted(digest.hex(), entitlements.size());
    }

    private static String line(Entitlement entitlement) {
        return String.join(
                "\t",
                entitlement.principal(),
                entitlement.permission(),
                entitlement.permissionClass().toString(),
                entitlement.resource(),
                entitlement.reach().sure().toString(),
                entitlement.reach().possible().toString());
    }
}
