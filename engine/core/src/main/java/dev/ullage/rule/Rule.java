package dev.ullage.rule;

import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Set;

/**
 * One question, asked of every subject of a kind; a subject for which {@code when} is true is a finding.
 *
 * @param id kebab-case, the name of the rule's folder
 * @param topic kebab-case, the name of the folder above
 * @param title a sentence without a full stop, under 80 characters
 * @param needs topics without which the answer is unknown
 * @param providers those that have the thing at all
 * @param when CEL expression of type bool over the subject's variables
 * @param message one sentence; {@code {grant.principal}} and the like are replaced
 * @param why what goes wrong when it fails
 * @param fix what to do
 * @param source the rule file; the line is that of {@code when}
 * @param digest SHA-256 of the rule file's bytes in hexadecimal: which wording was applied
 */
public record Rule(
        String id,
        String topic,
        String title,
        Severity severity,
        Subject subject,
        Set<Topic> needs,
        Set<Provider> providers,
        String when,
        String message,
        String why,
        String fix,
        List<String> falsePositives,
        List<String> references,
        Source source,
        String digest) {

    public Rule {
        needs = Set.copyOf(needs);
        providers = Set.copyOf(providers);
        falsePositives = List.copyOf(falsePositives);
        references = List.copyOf(references);
    }
}
