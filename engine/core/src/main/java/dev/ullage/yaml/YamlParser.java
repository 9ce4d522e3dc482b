package dev.ullage.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Builds the tree from parser events, with a stack of its own: the library's composer recurses, and a file of 4 kB is
 * enough to end it with a StackOverflowError. Depth, anchors, aliases, tags and documents are judged event by event, before
 * anything grows.
 */
final class YamlParser {

    private static final int MAX_DEPTH = 64;
    /** Keys, values and items; nothing that a person writes comes near. */
    private static final int MAX_VALUES = 20_000;

    /** A collection that is not closed yet. */
    private static final class Open {
        final YamlPosition position;
        final boolean mapping;
        final List<YamlNode> items = new ArrayList<>();
        final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();

        @Nullable
        YamlNode key;

        Open(YamlPosition position, boolean mapping) {
            this.position = position;
            this.mapping = mapping;
        }

        YamlNode close() {
            return mapping ? new YamlMapping(entries, position) : new YamlSequence(items, position);
        }
    }

    private final YamlFile file;
    private final SourceText text;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable YamlNode root;
    private int documents;
    private int values;
    private YamlPosition last = YamlPosition.WHOLE_FILE;

    YamlParser(YamlFile file, SourceText text) {
        this.file = file;
        this.text = text;
    }

    /** The tree; null when there is none or it would not be to be relied on, and then the file has a problem. */
    @Nullable
    YamlNode parse() {
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(YamlFile.MAX_BYTES)
                .build();
        try {
            for (var event : new Parse(settings).parseString(text.toString())) {
                if (!accept(event)) {
                    return null;
                }
            }
        } catch (YamlEngineException e) {
            var advice = SyntaxAdvice.of(e, text, last);
            file.problem(advice.position(), advice.fact(), advice.remedy());
            return null;
        } catch (NumberFormatException e) {
            // The library lets this one out for an escape such as "\UFFFFFFFF".
            file.problem(last, "a text after this holds a `\\U` that is no character", "write the character itself");
            return null;
        }
        if (root == null || (root instanceof YamlScalar scalar && scalar.isNull())) {
            file.problem(YamlPosition.WHOLE_FILE, "the file is empty", "write it, or delete the file");
            return null;
        }
        return root;
    }

    /** False when nothing after the event is worth reading. */
    private boolean accept(Event event) {
        var position = event.getStartMark().map(YamlParser::position).orElse(last);
        last = position;
        if (event instanceof DocumentStartEvent start) {
            return document(start, position);
        }
        if (event instanceof NodeEvent node) {
            if (++values > MAX_VALUES) {
                file.problem(position, "more than " + MAX_VALUES + " values stand before this", "split the file");
                return false;
            }
            node.getAnchor().ifPresent(anchor -> refuseAnchor(event, anchor, position));
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), position);
            add(scalar(scalar, position));
        } else if (event instanceof AliasEvent) {
            add(new YamlScalar("", true, false, position));
        } else if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), position);
            if (open.size() == MAX_DEPTH) {
                file.problem(position, "more than " + MAX_DEPTH + " levels are nested here", "write it flatter");
                return false;
            }
            open.push(new Open(position, event instanceof MappingStartEvent));
        } else if (event instanceof CollectionEndEvent) {
            add(open.pop().close());
        }
        return true;
    }

    static YamlPosition position(Mark mark) {
        return new YamlPosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private boolean document(DocumentStartEvent start, YamlPosition position) {
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            file.problem(position, SyntaxAdvice.DIRECTIVE, "delete it");
        }
        if (++documents > 1) {
            file.problem(position, "a second document begins here", "put it into a file of its own");
            return false;
        }
        return true;
    }

    private void refuseAnchor(Event event, Anchor anchor, YamlPosition position) {
        if (event instanceof AliasEvent) {
            file.problem(position, "`*" + anchor.getValue() + "` repeats what is written elsewhere", "write it out");
        } else {
            file.problem(position, "`&" + anchor.getValue() + "` names a value to repeat it", "delete the name");
        }
    }

    private void refuseTag(Optional<String> tag, YamlPosition position) {
        tag.ifPresent(name -> file.problem(
                position,
                "the tag " + YamlProblem.quoted(name.replace(Tag.PREFIX, "!!")) + " names a type",
                "delete it: the key says the type"));
    }

    private YamlScalar scalar(ScalarEvent event, YamlPosition position) {
        var value = event.getValue();
        value.codePoints().filter(c -> !Characters.isAllowed(c)).findFirst().ifPresent(c -> {
            file.problem(position, "the text holds the invisible character " + Characters.name(c), "delete it");
        });
        return new YamlScalar(value, event.isPlain(), event.isLiteral() || event.isFolded(), position);
    }

    private void add(YamlNode node) {
        var parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = node;
        } else {
            addEntry(parent, parent.key, node);
            parent.key = null;
        }
    }

    private void addEntry(Open mapping, YamlNode key, YamlNode value) {
        if (!(key instanceof YamlScalar word) || word.isNull()) {
            file.problem(key.position(), "the key before a `:` is not a word", "write `key: value`");
            return;
        }
        var first = mapping.entries.putIfAbsent(word.text(), new YamlMapping.Entry(word, value));
        if (first != null) {
            file.problem(
                    key.position(),
                    YamlProblem.quoted(word.text()) + " is given twice, first at "
                            + first.key().position(),
                    "delete one of them");
        }
    }
}
