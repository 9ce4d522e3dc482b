package dev.ullage.catalogue;

import dev.ullage.cel.CompiledRule;
import dev.ullage.cel.RuleCompiler;
import dev.ullage.rule.CaseFile;
import dev.ullage.rule.RuleFiles;
import dev.ullage.rule.RuleReader;
import dev.ullage.rule.RuleSet;
import dev.ullage.rule.subject.FactsReader;
import dev.ullage.yaml.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rules, each with its cases, read as the program reads them. */
record Catalogue(RuleSet rules, List<Example> examples) {

    static final RuleCompiler COMPILER = new RuleCompiler();

    /** The one that comes with the program. */
    static Catalogue builtIn() throws IOException {
        return of(RuleFiles.builtIn(Catalogue.class.getClassLoader()));
    }

    static Catalogue of(RuleFiles files) throws IOException {
        Reading<RuleSet> reading = new RuleReader(COMPILER).read(files);
        if (!reading.problems().isEmpty()) {
            throw new AssertionError(reading.problems().toString());
        }
        var examples = new ArrayList<Example>();
        for (var rule : reading.orElseThrow().rules()) {
            examples.addAll(examples(COMPILER.compile(rule), CaseFile.of(files, rule)));
        }
        return new Catalogue(reading.orElseThrow(), examples);
    }

    private static List<Example> examples(CompiledRule rule, CaseFile file) {
        var examples = new ArrayList<Example>();
        var trees = GivenTree.all(file.file());
        for (var i = 0; i < file.cases().size(); i++) {
            var written = file.cases().get(i);
            examples.add(new Example(
                    rule,
                    written.name(),
                    trees.get(i),
                    new FactsReader(rule.rule().subject()).read(written.given()),
                    written.expect().text("verdict").orElse(""),
                    written.expect().optionalText("because").orElse("")));
        }
        if (!file.file().problems().isEmpty()) {
            throw new AssertionError(file.file().problems().toString());
        }
        return examples;
    }

    List<Example> examplesOf(String rule) {
        return examples.stream()
                .filter(example -> example.rule().rule().id().equals(rule))
                .toList();
    }
}
