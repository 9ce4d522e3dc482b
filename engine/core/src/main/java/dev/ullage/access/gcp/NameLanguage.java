package dev.ullage.access.gcp;

import dev.ullage.access.Language;
import dev.ullage.access.regex.RegexLanguage;
import dev.ullage.access.regex.UnreadableRegexException;
import dev.ullage.cel.iam.ExtractionTemplate;
import dev.ullage.cel.iam.NameTest;
import java.util.List;

/** The full names that pass a comparison, as a regular language: every comparison there is can be said so. */
final class NameLanguage {

    private NameLanguage() {}

    static Language passing(NameTest test) throws UnreadableRegexException {
        var compared = compared(test);
        return test.template() == null ? compared : extracted(test.template(), compared);
    }

    private static Language compared(NameTest test) throws UnreadableRegexException {
        return switch (test.relation()) {
            case IS_ONE_OF ->
                Language.union(test.values().stream().map(Language::of).toList());
            case STARTS_WITH -> Language.of(test.value()).then(Language.any());
            case ENDS_WITH -> Language.any().then(Language.of(test.value()));
            case CONTAINS -> Language.any().then(Language.of(test.value())).then(Language.any());
            case MATCHES -> RegexLanguage.of(test.value());
        };
    }

    /** Texts out of which the template takes one of these; where it finds nothing, it takes the empty text. */
    private static Language extracted(ExtractionTemplate template, Language these) {
        var beginning = Language.untilFirst(template.prefix());
        var suffix = template.suffix();
        var found = suffix.isEmpty()
                ? beginning.then(these)
                : beginning
                        .then(these.then(Language.of(suffix)).and(Language.untilFirst(suffix)))
                        .then(Language.any());
        if (!these.has("")) {
            return found;
        }
        var something = suffix.isEmpty() ? beginning : beginning.then(Language.untilFirst(suffix));
        return Language.union(List.of(found, something.then(Language.any()).not()));
    }
}
