package dev.ullage.rule;

import static dev.ullage.yaml.YamlProblem.quoted;

import dev.ullage.rule.Control.Support;
import dev.ullage.yaml.Reading;
import dev.ullage.yaml.Spelling;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlProblem;
import dev.ullage.yaml.YamlScalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** Reads {@code controls/*.yaml}, each the criteria of one framework and the rules that bear on them. */
public final class ControlReader {

    private static final Pattern CONTROLS = Pattern.compile("controls/[^/]+\\.yaml");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<Control> ORDER =
            Comparator.comparing(Control::framework).thenComparing(control -> numbered(control.id()));

    private final SortedSet<String> rules;

    /** {@code rules} are the ids that a control may name. */
    public ControlReader(SortedSet<String> rules) {
        this.rules = rules;
    }

    /** All controls, sorted by framework and id ({@code A.5.9} before {@code A.5.10}), or all problems of all files. */
    public Reading<List<Control>> read(RuleFiles files) {
        var problems = new ArrayList<YamlProblem>();
        var controls = new ArrayList<Control>();
        var placeOfControl = new HashMap<String, String>();
        for (var name : files.names()) {
            if (!CONTROLS.matcher(name).matches()) {
                continue;
            }
            try {
                var file = files.open(name);
                read(file, placeOfControl).ifPresent(controls::addAll);
                problems.addAll(file.problems());
            } catch (IOException e) {
                problems.add(RuleReader.unreadable(files.shown(name)));
            }
        }
        return Reading.of(problems, () -> controls.stream().sorted(ORDER).toList());
    }

    private Optional<List<Control>> read(YamlFile file, Map<String, String> placeOfControl) {
        var fields = file.fields();
        var framework = fields.text("framework");
        var controls = new ArrayList<Control>();
        for (var item : fields.items("controls")) {
            var control = read(file, framework.orElse(""), item);
            control.ifPresent(controls::add);
            control.ifPresent(read -> reportTwin(file, item, read, placeOfControl));
        }
        return file.problems().isEmpty() ? Optional.of(controls) : Optional.empty();
    }

    private Optional<Control> read(YamlFile file, String framework, YamlFields fields) {
        var id = fields.text("id");
        var title = fields.text("title");
        var support = fields.word("support", Support.class);
        var byHand = support.filter(level -> level == Support.MANUAL).isPresent();
        var names = byHand ? fields.optionalTexts("rules") : fields.texts("rules");
        checkRules(file, names);
        if (id.isEmpty() || title.isEmpty() || support.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Control(
                framework,
                id.get(),
                title.get(),
                support.get(),
                names.stream().map(YamlScalar::text).toList()));
    }

    private void checkRules(YamlFile file, List<YamlScalar> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!rules.contains(name.text())) {
                file.problem(
                        name.position(),
                        "there is no rule " + quoted(name.text()),
                        Spelling.remedy(name.text(), rules));
            } else if (!seen.add(name.text())) {
                file.problem(name.position(), quoted(name.text()) + " is listed twice", "delete one of them");
            }
        }
    }

    private static void reportTwin(
            YamlFile file, YamlFields fields, Control control, Map<String, String> placeOfControl) {
        var place = file.name() + ":" + fields.at("id");
        var first = placeOfControl.putIfAbsent(control.framework() + " " + control.id(), place);
        if (first != null) {
            fields.problem("id", quoted(control.id()) + " is also at " + first, "delete one of them");
        }
    }

    /** The id with its numbers padded, so that they sort as numbers. */
    private static String numbered(String id) {
        return DIGITS.matcher(id)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }
}
