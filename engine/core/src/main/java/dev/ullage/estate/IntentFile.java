package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one {@code intents/*.yaml}; its problems stay with the file. */
final class IntentFile {

    private final YamlFile file;
    private final Map<String, String> placeOfWorkload;

    /** {@code placeOfWorkload} says where the workloads of other files are; this one's is added. */
    IntentFile(YamlFile file, Map<String, String> placeOfWorkload) {
        this.file = file;
        this.placeOfWorkload = placeOfWorkload;
    }

    /** The intent, if the file has no problem. */
    Optional<Intent> read() {
        var fields = file.fields();
        var workload = fields.text("workload");
        var principals = fields.texts("principals");
        var kind = fields.word("intent", IntentKind.class);
        var reads = fields.optionalTexts("reads");
        var writes = fields.optionalTexts("writes");
        var environment = fields.text("environment");
        var owner = fields.text("owner");
        var reviewBy = fields.date("reviewBy");
        var breakGlass = fields.flag("breakGlass", false);

        workload.ifPresent(name -> checkWorkload(fields, name));
        environment.ifPresent(name -> NameForm.check(fields, "environment", name));
        check(principals, PrincipalForm::faultOf);
        var providers = principals.stream()
                .map(principal -> PrincipalForm.providerOf(principal.text()))
                .collect(Collectors.toSet());
        check(reads, place -> PlaceForm.faultOf(place).or(() -> unreachable(place, providers)));
        check(writes, place -> PlaceForm.faultOf(place).or(() -> unreachable(place, providers)));
        if (kind.filter(IntentKind.INSPECT::equals).isPresent() && !writes.isEmpty()) {
            fields.problem("writes", "`inspect` only looks", "delete `writes`, or write another `intent`");
        }
        if (fields.isEmpty("reads") && fields.isEmpty("writes") && !breakGlass) {
            fields.problem("workload", "the workload has no place", "name one below `reads` or `writes`");
        }
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Intent(
                workload.orElseThrow(),
                texts(principals),
                kind.orElseThrow(),
                texts(reads),
                texts(writes),
                environment.orElseThrow(),
                owner.orElseThrow(),
                reviewBy.orElseThrow(),
                breakGlass,
                source(fields)));
    }

    private void checkWorkload(YamlFields fields, String name) {
        NameForm.check(fields, "workload", name);
        var other = placeOfWorkload.putIfAbsent(name, file.name() + ":" + fields.at("workload"));
        if (other != null) {
            fields.problem(
                    "workload",
                    "the workload " + quoted(name) + " is also at " + other,
                    "rename one of them, or make them one");
        }
    }

    private Source source(YamlFields fields) {
        return new Source(file.name(), fields.at("workload").line(), "");
    }

    private void check(List<YamlScalar> words, Function<String, Optional<Fault>> faultOf) {
        var seen = new HashSet<String>();
        for (var word : words) {
            var fault = seen.add(word.text())
                    ? faultOf.apply(word.text())
                    : Optional.of(new Fault(quoted(word.text()) + " is listed twice", "delete one of them"));
            fault.ifPresent(found -> file.problem(word.position(), found.fact(), found.remedy()));
        }
    }

    /** A place that none of the principals can ever reach is a slip of the pen. */
    private static Optional<Fault> unreachable(String place, Set<Provider> ofPrincipals) {
        var provider = PlaceForm.providerOf(place);
        if (ofPrincipals.isEmpty() || ofPrincipals.contains(provider)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                quoted(place) + " is on " + provider + " and no principal of the workload is",
                "add the " + provider + " principal that it runs as there, or correct the place"));
    }

    private static List<String> texts(List<YamlScalar> scalars) {
        return scalars.stream().map(YamlScalar::text).toList();
    }
}
