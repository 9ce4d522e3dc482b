package dev.ullage.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.RuleCheck.Objection;
import dev.ullage.rule.RuleCheck.Part;
import dev.ullage.yaml.Mutilation;
import dev.ullage.yaml.YamlFile;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileRuleTest {

    @Property(tries = 1000)
    void a_rule_is_read_or_refused(@ForAll("rules") String yaml) {
        var file = YamlFile.of("rule.yaml", yaml.getBytes(UTF_8));

        var rule = new RuleFile(file, "stale-credentials", "key-too-old").read(each -> List.of());

        assertThat(rule.isPresent()).isEqualTo(file.problems().isEmpty());
    }

    @Property(tries = 1000)
    void an_objection_always_has_a_place(@ForAll("rules") String yaml) {
        var file = YamlFile.of("rule.yaml", yaml.getBytes(UTF_8));
        RuleCheck check = rule -> List.of(
                new Objection(Part.WHEN, rule.when().length() / 2, "a fact", "a remedy"),
                new Objection(Part.MESSAGE, rule.message().length(), "a fact", "a remedy"));

        new RuleFile(file, "stale-credentials", "key-too-old").read(check);

        assertThat(file.problems()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> rules() {
        return Mutilation.of(RuleFolder.RULE);
    }
}
