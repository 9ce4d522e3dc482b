package dev.ullage.yaml;

import static dev.ullage.yaml.YamlProblem.quoted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping, asked for by name and type. What is not as asked is a problem of the file and comes back empty, so
 * that a reader can ask for everything first and look at {@link YamlFile#problems()} once. A key that nobody asks for is
 * unknown.
 */
public final class YamlFields {

    private final YamlFile file;
    private final ScalarReader values;
    private final @Nullable YamlMapping mapping;
    private final Set<String> known = new LinkedHashSet<>();
    /** What to write for each required key that is not there. */
    private final Map<String, String> missing = new LinkedHashMap<>();

    YamlFields(YamlFile file, @Nullable YamlMapping mapping) {
        this.file = file;
        this.values = new ScalarReader(file);
        this.mapping = mapping;
    }

    /** Where the value of a key is; where the mapping is, for a key that is not there. */
    public YamlPosition at(String key) {
        var node = mapping == null ? Optional.<YamlNode>empty() : mapping.get(key);
        return node.map(YamlNode::position)
                .orElseGet(() -> mapping == null ? YamlPosition.WHOLE_FILE : mapping.position());
    }

    /** True when the key is left out or is an empty list; false when there are no keys to ask for at all. */
    public boolean isEmpty(String key) {
        return mapping != null && (!has(key) || itemsBelow(key) == 0);
    }

    /** Adds a problem at the value of a key. */
    public void problem(String key, String fact, String remedy) {
        file.problem(at(key), fact, remedy);
    }

    /** A value of any kind. */
    public Optional<YamlNode> node(String key) {
        return required(key, quoted(key + ": …"));
    }

    /** A text that is not blank, as written and with its place. */
    public Optional<YamlScalar> scalar(String key) {
        return required(key, quoted(key + ": …"))
                .flatMap(node -> scalar(key, node))
                .filter(scalar -> isText(key, scalar));
    }

    /** A text that is not blank, without space around it. */
    public Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.text().strip());
    }

    /** The same, of a key that may be left out. */
    public Optional<String> optionalText(String key) {
        return optional(key).flatMap(node -> textOf(key, node));
    }

    /** A list of texts, at least one, each as written and with its place. */
    public List<YamlScalar> texts(String key) {
        var list = required(key, quoted(key + ": […]"));
        if (itemsBelow(key) == 0) {
            problem(key, quoted(key) + " is empty", "name at least one");
        }
        return list.map(node -> textsOf(key, node)).orElse(List.of());
    }

    /** The same, of a key that may be left out or be an empty list. */
    public List<YamlScalar> optionalTexts(String key) {
        return optional(key).map(node -> textsOf(key, node)).orElse(List.of());
    }

    /** One of an enum's words, which are written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        var words = Spelling.list(ScalarReader.words(type).keySet());
        return required(key, quoted(key + ":") + " with one of " + words)
                .flatMap(node -> scalar(key, node))
                .flatMap(scalar -> values.word(key, scalar, type));
    }

    /** A list of an enum's words, at least one. */
    public <E extends Enum<E>> Set<E> words(String key, Class<E> type) {
        return wordsOf(key, texts(key), type);
    }

    /** The same, of a key that may be left out; then it is {@code otherwise}. */
    public <E extends Enum<E>> Set<E> words(String key, Class<E> type, Set<E> otherwise) {
        return has(key) ? words(key, type) : otherwise;
    }

    /** A day, such as {@code 2027-03-31}. */
    public Optional<LocalDate> date(String key) {
        return required(key, quoted(key + ": 2027-03-31"))
                .flatMap(node -> scalar(key, node))
                .flatMap(values::date);
    }

    /** A moment in UTC, such as {@code 2026-11-20T02:00:00Z}. */
    public Optional<Instant> instant(String key) {
        return required(key, quoted(key + ": 2026-11-20T02:00:00Z"))
                .flatMap(node -> scalar(key, node))
                .flatMap(values::instant);
    }

    /** The same, of a key that may be left out. */
    public Optional<Instant> optionalInstant(String key) {
        return optional(key).flatMap(node -> scalar(key, node)).flatMap(values::instant);
    }

    /** True or false; {@code otherwise} when the key is left out. */
    public boolean flag(String key, boolean otherwise) {
        return optional(key)
                .flatMap(node -> scalar(key, node))
                .flatMap(values::flag)
                .orElse(otherwise);
    }

    /** A whole number within the bounds; {@code otherwise} when the key is left out. */
    public int count(String key, int least, int most, int otherwise) {
        return optional(key)
                .flatMap(node -> scalar(key, node))
                .flatMap(scalar -> values.count(scalar, least, most, otherwise))
                .orElse(otherwise);
    }

    /** Keys below a key. */
    public YamlFields fields(String key) {
        return file.fields(
                required(key, quoted(key + ":") + " and its keys below it").orElse(null), quoted(key));
    }

    /** A list of keys and values, at least one. */
    public List<YamlFields> items(String key) {
        return required(key, quoted(key + ":") + " and a list below it")
                .map(node -> itemsOf(key, node))
                .orElse(List.of());
    }

    /** The same, of a key that may be left out. */
    public List<YamlFields> optionalItems(String key) {
        return optional(key).map(node -> itemsOf(key, node)).orElse(List.of());
    }

    /** Reports the keys that nobody asked for, and those that were asked for in vain. */
    void finish() {
        if (mapping == null) {
            return;
        }
        for (var entry : mapping.entries().values()) {
            var key = entry.key().text();
            if (known.contains(key)) {
                continue;
            }
            var meant =
                    Spelling.closest(key, known.stream().filter(k -> !has(k)).toList());
            meant.ifPresent(missing::remove);
            file.problem(
                    entry.key().position(),
                    "unknown key " + quoted(key),
                    meant.map(k -> "did you mean " + quoted(k) + "?")
                            .orElseGet(() -> "known: " + Spelling.list(known)));
        }
        missing.forEach((key, remedy) -> file.problem(mapping.position(), quoted(key) + " is missing", remedy));
    }

    /** True when the key is there, whatever its value. */
    public boolean has(String key) {
        known.add(key);
        return mapping != null && mapping.entries().containsKey(key);
    }

    /** How many items the list at the key has; -1 when there is no list. */
    private int itemsBelow(String key) {
        var node = mapping == null ? Optional.<YamlNode>empty() : mapping.get(key);
        return node.map(value ->
                        value instanceof YamlSequence list ? list.items().size() : -1)
                .orElse(-1);
    }

    private Optional<YamlNode> optional(String key) {
        return value(key, ", or delete the key");
    }

    private Optional<YamlNode> value(String key, String orDelete) {
        if (mapping == null || !has(key)) {
            return Optional.empty();
        }
        var node = mapping.get(key);
        if (node.orElseThrow() instanceof YamlScalar scalar && scalar.isNull()) {
            file.problem(scalar.position(), quoted(key) + " has no value", "write one" + orDelete);
            return Optional.empty();
        }
        return node;
    }

    /** {@code below} says what to write after the key, for when the key is not there. */
    private Optional<YamlNode> required(String key, String below) {
        if (!has(key)) {
            missing.put(key, "add " + below);
        }
        return value(key, "");
    }

    private Optional<YamlScalar> scalar(String key, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(scalar);
        }
        var what = node instanceof YamlSequence ? "a list" : "keys and values";
        file.problem(node.position(), quoted(key) + " is " + what, "write a single value");
        return Optional.empty();
    }

    private Optional<String> textOf(String key, YamlNode node) {
        return scalar(key, node)
                .filter(scalar -> isText(key, scalar))
                .map(scalar -> scalar.text().strip());
    }

    private boolean isText(String key, YamlScalar scalar) {
        if (scalar.text().isBlank()) {
            file.problem(scalar.position(), quoted(key) + " is empty", "write a text");
        }
        return !scalar.text().isBlank();
    }

    private List<YamlScalar> textsOf(String key, YamlNode node) {
        var texts = new ArrayList<YamlScalar>();
        for (var item : listOf(key, node)) {
            if (!(item instanceof YamlScalar scalar)
                    || scalar.isNull()
                    || scalar.text().isBlank()) {
                file.problem(
                        item.position(), "an item of " + quoted(key) + " is not a text", "write one, or delete it");
            } else if (!scalar.text().equals(scalar.text().strip())) {
                file.problem(
                        item.position(), quoted(scalar.text()) + " begins or ends with a space", "delete the space");
            } else {
                texts.add(scalar);
            }
        }
        return texts;
    }

    private List<YamlFields> itemsOf(String key, YamlNode node) {
        return listOf(key, node).stream()
                .map(item -> file.fields(item, "an item of " + quoted(key)))
                .toList();
    }

    private List<YamlNode> listOf(String key, YamlNode node) {
        if (node instanceof YamlSequence sequence) {
            return sequence.items();
        }
        file.problem(
                node.position(), quoted(key) + " is not a list", "put it in brackets, or begin each item with `- `");
        return List.of();
    }

    private <E extends Enum<E>> Set<E> wordsOf(String key, List<YamlScalar> scalars, Class<E> type) {
        var found = EnumSet.noneOf(type);
        for (var scalar : scalars) {
            values.word(key, scalar, type).ifPresent(word -> {
                if (!found.add(word)) {
                    file.problem(scalar.position(), quoted(scalar.text()) + " is listed twice", "delete one of them");
                }
            });
        }
        return found;
    }
}
