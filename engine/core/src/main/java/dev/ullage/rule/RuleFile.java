package dev.ullage.rule;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlScalar;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one {@code rule.yaml}; its problems stay with the file. */
final class RuleFile {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_TITLE = 79;

    private final YamlFile file;
    private final String topic;
    private final String folder;

    /** {@code folder} is the name of the folder that holds the file, {@code topic} of the one above. */
    RuleFile(YamlFile file, String topic, String folder) {
        this.file = file;
        this.topic = topic;
        this.folder = folder;
    }

    /** The rule, if the file has no problem. */
    Optional<Rule> read(RuleCheck check) {
        var fields = file.fields();
        var id = fields.text("id");
        var title = fields.text("title");
        var severity = fields.word("severity", Severity.class);
        var subject = fields.word("for", Subject.class);
        var needs = fields.words("needs", Topic.class);
        var providers = fields.words("providers", Provider.class, EnumSet.allOf(Provider.class));
        var when = fields.scalar("when");
        var message = fields.scalar("message");
        var why = fields.text("why");
        var fix = fields.text("fix");
        var falsePositives = fields.optionalTexts("falsePositives");
        var references = fields.texts("references");

        id.ifPresent(name -> checkId(fields, name));
        title.ifPresent(text -> checkTitle(fields, text));
        message.filter(text -> text.text().strip().contains("\n"))
                .ifPresent(text -> fields.problem("message", "`message` has several lines", "write one sentence"));
        references.stream().filter(link -> !link.text().startsWith("https://")).forEach(this::refuseReference);
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        var line = file.positionIn(when.orElseThrow(), 0).line();
        var rule = new Rule(
                id.orElseThrow(),
                topic,
                title.orElseThrow(),
                severity.orElseThrow(),
                subject.orElseThrow(),
                needs,
                providers,
                when.orElseThrow().text().stripTrailing(),
                message.orElseThrow().text().stripTrailing(),
                why.orElseThrow(),
                fix.orElseThrow(),
                falsePositives.stream().map(YamlScalar::text).toList(),
                references.stream().map(YamlScalar::text).toList(),
                new Source(file.name(), line, ""),
                file.sha256());
        for (var objection : check.check(rule)) {
            var text = objection.part() == RuleCheck.Part.WHEN ? when : message;
            file.problem(file.positionIn(text.orElseThrow(), objection.offset()), objection.fact(), objection.remedy());
        }
        return Optional.of(rule).filter(checked -> file.problems().isEmpty());
    }

    private void checkId(YamlFields fields, String id) {
        if (!id.equals(folder)) {
            fields.problem(
                    "id",
                    "the id " + quoted(id) + " is not the name of the folder",
                    "write " + quoted(folder) + ", or rename the folder");
        } else if (!KEBAB_CASE.matcher(id).matches()
                || !KEBAB_CASE.matcher(topic).matches()) {
            fields.problem(
                    "id",
                    quoted(topic + "/" + id) + " is not in kebab-case",
                    "rename the folders to lower-case words with hyphens");
        }
    }

    private static void checkTitle(YamlFields fields, String title) {
        if (title.length() > LONGEST_TITLE) {
            fields.problem(
                    "title", "`title` has " + title.length() + " characters", "say it in less than 80, or in `why`");
        }
        if (title.endsWith(".")) {
            fields.problem("title", "`title` ends with a full stop", "delete it");
        }
    }

    private void refuseReference(YamlScalar link) {
        file.problem(
                link.position(), quoted(link.text()) + " is not a web address", "write it with `https://` in front");
    }
}
