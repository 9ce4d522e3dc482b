package dev.ullage.rule;

import dev.ullage.yaml.Reading;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rules of {@code catalog/<topic>/<id>/rule.yaml}, and with them the controls that they bear on. */
public final class RuleReader {

    private static final Pattern RULE = Pattern.compile("catalog/([^/]+)/([^/]+)/rule\\.yaml");
    private static final Pattern CASES = Pattern.compile("catalog/[^/]+/[^/]+/cases\\.yaml");
    private static final Pattern YAML = Pattern.compile("(catalog|controls)/.*\\.ya?ml", Pattern.CASE_INSENSITIVE);
    private static final Pattern YAML_IN_ITS_PLACE =
            Pattern.compile("catalog/[^/]+/[^/]+/(rule|cases)\\.yaml|controls/[^/]+\\.yaml");

    private final RuleCheck check;

    /** {@code check} is asked of every rule that is well formed. */
    public RuleReader(RuleCheck check) {
        this.check = check;
    }

    /** All rules and controls, or all problems of all their files. */
    public Reading<RuleSet> read(RuleFiles files) {
        var catalog = readCatalog(files);
        var controls = new ControlReader(ids(files)).read(files);
        var problems = new ArrayList<>(catalog.problems());
        problems.addAll(controls.problems());
        return Reading.of(problems, () -> new RuleSet(catalog.orElseThrow(), controls.orElseThrow()));
    }

    /** All rules, sorted by id, or all problems of all their files. */
    public Reading<List<Rule>> readCatalog(RuleFiles files) {
        var problems = new ArrayList<YamlProblem>();
        var rules = new ArrayList<Rule>();
        var fileOfId = new HashMap<String, String>();
        var names = Set.copyOf(files.names());
        for (var name : files.names()) {
            var parts = RULE.matcher(name);
            if (parts.matches()) {
                readRule(files, parts, rules, problems);
                reportTwin(files, fileOfId, parts, problems);
            } else if (CASES.matcher(name).matches() && !names.contains(name.replace("cases.yaml", "rule.yaml"))) {
                problems.add(YamlProblem.ofFile(
                        files.shown(name), "there is no `rule.yaml` beside it", "write it, or delete the folder"));
            } else if (YAML.matcher(name).matches()
                    && !YAML_IN_ITS_PLACE.matcher(name).matches()) {
                problems.add(YamlProblem.ofFile(
                        files.shown(name), "the file is not read", "move it to `catalog/<topic>/<id>/rule.yaml`"));
            }
        }
        if (rules.isEmpty() && problems.isEmpty()) {
            // Asking nothing would look like a clean audit.
            problems.add(YamlProblem.ofFile(
                    files.shown("catalog"), "there is no rule", "put one at `catalog/<topic>/<id>/rule.yaml`"));
        }
        return Reading.of(
                problems,
                () -> rules.stream().sorted(Comparator.comparing(Rule::id)).toList());
    }

    private void readRule(RuleFiles files, Matcher parts, List<Rule> rules, List<YamlProblem> problems) {
        try {
            var file = files.open(parts.group());
            new RuleFile(file, parts.group(1), parts.group(2)).read(check).ifPresent(rules::add);
            problems.addAll(file.problems());
        } catch (IOException e) {
            problems.add(unreadable(files.shown(parts.group())));
        }
    }

    private static void reportTwin(
            RuleFiles files, Map<String, String> fileOfId, Matcher parts, List<YamlProblem> problems) {
        var first = fileOfId.putIfAbsent(parts.group(2), parts.group());
        if (first != null) {
            problems.add(YamlProblem.ofFile(
                    files.shown(parts.group()),
                    "there is another rule of this name, " + YamlProblem.quoted(files.shown(first)),
                    "rename one of the folders"));
        }
    }

    /** Ids of all rules that are there, those with problems included. */
    private static SortedSet<String> ids(RuleFiles files) {
        var ids = new TreeSet<String>();
        for (var name : files.names()) {
            var parts = RULE.matcher(name);
            if (parts.matches()) {
                ids.add(parts.group(2));
            }
        }
        return ids;
    }

    static YamlProblem unreadable(String file) {
        return YamlProblem.ofFile(
                file, "the file cannot be read", "check that it is there, readable and no link out of the folder");
    }
}
