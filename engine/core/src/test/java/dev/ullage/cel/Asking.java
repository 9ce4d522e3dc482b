package dev.ullage.cel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import dev.ullage.rule.Severity;
import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.FactsReader;
import dev.ullage.yaml.YamlFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rules and facts for tests, each from one line. */
final class Asking {

    static final RuleCompiler COMPILER = new RuleCompiler();

    private Asking() {}

    static Rule rule(Subject subject, String when, String message) {
        return new Rule(
                "the-rule",
                "the-topic",
                "A title",
                Severity.LOW,
                subject,
                Set.of(Topic.BUCKETS),
                EnumSet.allOf(Provider.class),
                when,
                message,
                "Why.",
                "Fix.",
                List.of(),
                List.of("https://example.com"),
                new Source("rule.yaml", 1, ""),
                "");
    }

    static Rule rule(Subject subject, String when) {
        return rule(subject, when, "it objects");
    }

    static Facts facts(Subject subject, String yaml) {
        var file = YamlFile.of("facts.yaml", ("{" + yaml + "}").getBytes(UTF_8));
        var facts = new FactsReader(subject).read(file.fields());
        if (!file.problems().isEmpty()) {
            throw new IllegalArgumentException(file.problems().toString());
        }
        return facts;
    }

    static Judgement ask(Subject subject, String when, String yaml) {
        return COMPILER.compile(rule(subject, when)).judge(facts(subject, yaml));
    }

    static Judgement askBucket(String when, String yaml) {
        return ask(Subject.BUCKET, when, "bucket: {" + yaml + "}");
    }

    /** All that is wrong with a condition, each as {@code offset: fact; remedy}. */
    static List<String> objections(Subject subject, String when) {
        return COMPILER.check(rule(subject, when)).stream()
                .map(objection -> objection.offset() + ": " + objection.fact() + "; " + objection.remedy())
                .toList();
    }
}
