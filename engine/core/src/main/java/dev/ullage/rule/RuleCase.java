package dev.ullage.rule;

import dev.ullage.yaml.YamlFields;

/**
 * An example that belongs to a rule.
 *
 * @param name a sentence
 * @param given the facts, in the words of the subject; what nobody asks of it is a problem of the file
 * @param expect what the rule has to say of them
 */
public record RuleCase(String name, YamlFields given, YamlFields expect) {}
