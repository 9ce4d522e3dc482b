package dev.ullage.rule;

import java.util.List;

/** The rules that are asked, sorted by id, and the controls that they bear on, sorted by framework and id. */
public record RuleSet(List<Rule> rules, List<Control> controls) {

    public RuleSet {
        rules = List.copyOf(rules);
        controls = List.copyOf(controls);
    }
}
