package dev.ullage.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.navigation.CelNavigableAst;
import dev.ullage.rule.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a condition and finds all that is wrong with it, before it is ever asked of a fact. */
final class ConditionCheck {

    private final Language language;
    private final List<Complaint> complaints = new ArrayList<>();

    ConditionCheck(Language language) {
        this.language = language;
    }

    /** What is wrong, in the order of the text and one complaint for each place; empty when the condition is good. */
    List<Complaint> complaints() {
        return complaints.stream()
                .collect(Collectors.toMap(Complaint::offset, complaint -> complaint, (first, second) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Complaint::offset))
                .toList();
    }

    /** The condition with types, if there is nothing to complain of. */
    Optional<CelAbstractSyntaxTree> read(String text, Subject subject) {
        return treeOf(parse(text))
                .filter(this::isSmall)
                .flatMap(parsed -> {
                    complaints.addAll(NameCheck.of(parsed, subject));
                    complaints.addAll(WordCheck.of(parsed));
                    complaints.addAll(LiteralCheck.of(language, parsed));
                    return types(parsed);
                })
                .filter(checked -> complaints.isEmpty());
    }

    private CelValidationResult parse(String text) {
        var result = language.parse(text);
        var translator = new IssueTranslator(new Positions(result.getSource()));
        result.getErrors().forEach(issue -> complaints.add(translator.syntax(issue)));
        return result;
    }

    private boolean isSmall(CelAbstractSyntaxTree parsed) {
        if (CelNavigableAst.fromAst(parsed).getRoot().height() <= Language.MAX_DEPTH) {
            return true;
        }
        complaints.add(new Complaint(0, "the condition is nested too deep", "split the rule"));
        return false;
    }

    private Optional<CelAbstractSyntaxTree> types(CelAbstractSyntaxTree parsed) {
        var namesAreGood = complaints.isEmpty();
        var result = language.check(parsed);
        var translator = new IssueTranslator(new Positions(parsed.getSource()));
        result.getErrors().stream()
                .filter(issue -> namesAreGood || !IssueTranslator.isAboutName(issue))
                .map(translator::type)
                .forEach(complaints::add);
        var checked = treeOf(result);
        checked.map(TypeCheck::of).ifPresent(complaints::addAll);
        return checked;
    }

    private static Optional<CelAbstractSyntaxTree> treeOf(CelValidationResult result) {
        try {
            return result.hasError() ? Optional.empty() : Optional.of(result.getAst());
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has a tree", e);
        }
    }
}
