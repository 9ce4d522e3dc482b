package dev.ullage.estate;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code estate.yaml}; its problems stay with the file. */
final class EstateFile {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern GCP_SCOPE =
            Pattern.compile("(organizations|folders)/\\d+|projects/[a-z][a-z0-9.:-]+[a-z0-9]");
    private static final Pattern AWS_SCOPE = Pattern.compile("\\d{12}|o-[a-z0-9]+|ou-[a-z0-9-]+|r-[a-z0-9]+");
    private static final int TEN_YEARS = 3650;

    private final YamlFile file;

    EstateFile(YamlFile file) {
        this.file = file;
    }

    /** The estate without its intents and waivers, if the file has no problem. */
    Optional<Estate> read() {
        var fields = file.fields();
        var name = fields.text("estate");
        var asOf = fields.optionalInstant("asOf");
        var intentsComplete = fields.flag("intentsComplete", false);
        var domains = fields.optionalTexts("internalDomains");
        var accounts = fields.optionalTexts("internalAccounts");
        var window = fields.count("usageWindowDays", 1, TEN_YEARS, Estate.DEFAULT_USAGE_WINDOW_DAYS);
        var logs = fields.optionalItems("logs").stream().map(this::log).toList();

        name.ifPresent(text -> NameForm.check(fields, "estate", text));
        check(domains, DOMAIN, "a domain", "write it in lower case, such as `acme.example`");
        check(accounts, ACCOUNT, "an AWS account", "write its 12 digits");
        if (!file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Estate(
                name.orElseThrow(),
                asOf.orElse(null),
                intentsComplete,
                domains.stream().map(YamlScalar::text).toList(),
                accounts.stream().map(YamlScalar::text).toList(),
                logs.stream().map(Optional::orElseThrow).toList(),
                window,
                List.of(),
                List.of()));
    }

    private void check(List<YamlScalar> words, Pattern form, String what, String remedy) {
        for (var word : words) {
            if (!form.matcher(word.text()).matches()) {
                file.problem(word.position(), quoted(word.text()) + " is not " + what, remedy);
            }
        }
    }

    private Optional<LogExport> log(YamlFields fields) {
        var provider = fields.word("provider", Provider.class);
        var scope = fields.text("scope");
        var kind = fields.word("kind", LogKind.class);
        var from = fields.instant("from");
        var to = fields.instant("to");
        if (provider.isEmpty() || scope.isEmpty() || kind.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        checkScope(fields, provider.get(), scope.get());
        if (!from.get().isBefore(to.get())) {
            fields.problem("to", "the interval ends before it begins", "write a later time in `to`");
        }
        var source = new Source(file.name(), fields.at("provider").line(), "");
        return Optional.of(new LogExport(provider.get(), scope.get(), kind.get(), from.get(), to.get(), source));
    }

    private static void checkScope(YamlFields fields, Provider provider, String scope) {
        var known = provider == Provider.GCP ? GCP_SCOPE : AWS_SCOPE;
        if (known.matcher(scope).matches()) {
            return;
        }
        var remedy = provider == Provider.GCP
                ? "write `organizations/1`, `folders/1` or `projects/id`"
                : "write a 12-digit account, or the `o-…`, `r-…` or `ou-…` above it";
        fields.problem("scope", quoted(scope) + " is not a scope of " + provider, remedy);
    }
}
