package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.Source;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlFile;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one {@code waivers/*.yaml}; its problems stay with the file. */
final class WaiverFile {

    private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final YamlFile file;

    WaiverFile(YamlFile file) {
        this.file = file;
    }

    /** The waiver, if the file has no problem. */
    Optional<Waiver> read() {
        var fields = file.fields();
        var rule = fields.text("rule");
        var principal = fields.optionalText("principal");
        var resource = fields.optionalText("resource");
        var owner = fields.text("owner");
        var approver = fields.text("approver");
        var reason = fields.text("reason");
        var created = fields.date("created");
        var expires = fields.date("expires");

        rule.filter(id -> !RULE.matcher(id).matches())
                .ifPresent(id -> fields.problem(
                        "rule", quoted(id) + " is not the id of a rule", "write one rule, such as `key-too-old`"));
        principal.ifPresent(scope -> checkScope(fields, "principal", scope));
        resource.ifPresent(scope -> checkScope(fields, "resource", scope));
        approver.filter(name -> owner.filter(name::equalsIgnoreCase).isPresent())
                .ifPresent(name -> fields.problem(
                        "approver", quoted(name) + " is also the owner", "have somebody else approve it"));
        if (created.isPresent() && expires.isPresent()) {
            checkTerm(fields, created.get(), expires.get());
        }
        if (fields.isEmpty("principal") && fields.isEmpty("resource")) {
            fields.problem(
                    "rule",
                    "the waiver would cover the whole estate",
                    "add the `principal` or `resource` that it is for");
        }
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(
                rule.orElseThrow(),
                principal.orElse(null),
                resource.orElse(null),
                owner.orElseThrow(),
                approver.orElseThrow(),
                reason.orElseThrow(),
                created.orElseThrow(),
                expires.orElseThrow(),
                new Source(file.name(), fields.at("rule").line(), "")));
    }

    private static void checkScope(YamlFields fields, String key, String scope) {
        if (scope.equals("*")) {
            fields.problem(
                    key, "a waiver for `*` would cover everything", "write the one " + quoted(key) + " it is for");
        }
    }

    private static void checkTerm(YamlFields fields, LocalDate created, LocalDate expires) {
        var latest = created.plusYears(1);
        if (expires.isBefore(created)) {
            fields.problem(
                    "expires",
                    "the waiver expires before it was created, " + created,
                    "write a later day in `expires`");
        } else if (expires.isAfter(latest)) {
            fields.problem("expires", "the waiver is for more than a year", "write " + latest + " or an earlier day");
        }
    }
}
