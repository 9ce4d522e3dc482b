package dev.ullage.rule;

import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The {@code cases.yaml} beside a rule. The form of a case is read here; the facts in it are for the one who knows their
 * words, who then asks the file for its problems.
 *
 * @param cases in the order of the file
 */
public record CaseFile(YamlFile file, List<RuleCase> cases) {

    public CaseFile {
        cases = List.copyOf(cases);
    }

    /** Reads the cases of a rule. */
    public static CaseFile of(RuleFiles files, Rule rule) throws IOException {
        return of(files.open("catalog/" + rule.topic() + "/" + rule.id() + "/cases.yaml"));
    }

    static CaseFile of(YamlFile file) {
        var cases = new ArrayList<RuleCase>();
        var names = new HashSet<String>();
        for (var item : file.items()) {
            var name = item.text("name");
            name.filter(text -> !names.add(text)).ifPresent(text -> {
                item.problem("name", "there is another case " + YamlProblem.quoted(text), "say how this one differs");
            });
            cases.add(new RuleCase(name.orElse(""), item.fields("given"), item.fields("expect")));
        }
        return new CaseFile(file, cases);
    }
}
