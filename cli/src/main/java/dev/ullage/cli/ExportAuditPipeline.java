package dev.ullage.cli;

import dev.ullage.audit.Auditor;
import dev.ullage.audit.RuleJudge;
import dev.ullage.cel.CompiledRule;
import dev.ullage.cel.RuleCompiler;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.estate.Estate;
import dev.ullage.estate.EstateReader;
import dev.ullage.model.Snapshot;
import dev.ullage.rule.Rule;
import dev.ullage.rule.RuleFiles;
import dev.ullage.rule.RuleReader;
import dev.ullage.rule.RuleSet;
import dev.ullage.yaml.Reading;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads declarations, rules and exports from folders, in that order: what a person wrote is refused before work begins. */
final class ExportAuditPipeline implements AuditPipeline {

    @Override
    public Audit run(AuditRequest request, Progress progress) throws ConfigurationException, IOException {
        var compiler = new RuleCompiler();
        progress.at(AuditStep.DECLARATIONS);
        var declarations = EstateReader.read(request.estate());
        progress.at(AuditStep.RULES);
        var rules = rules(request, compiler);
        var problems = new ArrayList<>(declarations.problems());
        problems.addAll(rules.problems());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    problems.stream().map(ExportAuditPipeline::shown).toList());
        }
        progress.at(AuditStep.EXPORTS);
        var exports = ExportFolder.standard(
                        (files, allFiles, bytes, allBytes) -> progress.percent(percent(bytes, allBytes)))
                .read(request.estate());
        progress.at(AuditStep.JUDGEMENT);
        var snapshot = Snapshot.of(exports.facts());
        var estate = declarations.orElseThrow();
        var ruleSet = rules.orElseThrow();
        var assessment = new Auditor(ruleSet, judge(ruleSet, compiler), Version.tool())
                .audit(snapshot, estate, exports.files(), asOf(request, estate));
        return new Audit(snapshot, assessment);
    }

    /** The sentence, and below it the line concerned. */
    private static String shown(YamlProblem problem) {
        return problem.excerpt().isEmpty() ? problem.toString() : problem + "\n" + problem.excerpt();
    }

    /** A file that grows while it is read does not lead beyond the end. */
    private static int percent(long part, long whole) {
        return whole == 0 ? 100 : (int) Math.min(100, part * 100 / whole);
    }

    private static Instant asOf(AuditRequest request, Estate estate) {
        if (request.asOf() != null) {
            return request.asOf();
        }
        return estate.asOf() == null ? request.now() : estate.asOf();
    }

    static RuleJudge judge(RuleSet rules, RuleCompiler compiler) {
        Map<String, CompiledRule> compiled = rules.rules().stream()
                .map(compiler::compile)
                .collect(Collectors.toMap(one -> one.rule().id(), Function.identity()));
        return (rule, facts) -> {
            var one = compiled.get(rule.id());
            if (one == null) {
                throw new IllegalArgumentException("a rule that is not of the set: " + rule.id());
            }
            return one.judge(facts);
        };
    }

    /** The built-in rules and controls, with the rules of the person's folders in their place or beside them. */
    static Reading<RuleSet> rules(AuditRequest request, RuleCompiler compiler) throws IOException {
        var reader = new RuleReader(compiler);
        var builtIn = reader.read(RuleFiles.builtIn(ExportAuditPipeline.class.getClassLoader()));
        var problems = new ArrayList<>(builtIn.problems());
        var own = new ArrayList<Reading<List<Rule>>>();
        for (var folder : request.rules()) {
            var read = reader.readCatalog(RuleFiles.in(folder, folder.toString()));
            problems.addAll(read.problems());
            own.add(read);
        }
        return Reading.of(problems, () -> {
            var byId = new TreeMap<String, Rule>();
            builtIn.orElseThrow().rules().forEach(rule -> byId.put(rule.id(), rule));
            own.forEach(read -> read.orElseThrow().forEach(rule -> byId.put(rule.id(), rule)));
            return new RuleSet(List.copyOf(byId.values()), builtIn.orElseThrow().controls());
        });
    }
}
