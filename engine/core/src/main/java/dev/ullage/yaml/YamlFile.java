package dev.ullage.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file and all problems found in it: first those of the language, then those that its reader adds. Lives for one
 * reading.
 */
public final class YamlFile {

    /** Larger files are refused unread: nothing that a person writes comes near. */
    public static final int MAX_BYTES = 1 << 20;

    /** Nobody mends more at once, and a hostile file must not become a larger report. */
    private static final int MAX_PROBLEMS = 50;

    private final String name;
    private final String sha256;
    private final SourceText text;
    private final @Nullable YamlNode root;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final List<YamlFields> opened = new ArrayList<>();
    /** Where the language itself was broken: what a reader makes of the rest there would only repeat it. */
    private final Set<YamlPosition> refused = new HashSet<>();

    private int unreported;

    private YamlFile(String name, byte[] bytes) {
        this.name = name;
        this.sha256 = sha256(bytes);
        this.text = SourceText.decode(bytes);
        this.root = bytes.length > MAX_BYTES ? tooLarge() : parse();
        problems.forEach(problem -> refused.add(problem.position()));
    }

    /** Understands the bytes of a file; {@code name} is what the problems call it. */
    public static YamlFile of(String name, byte[] bytes) {
        return new YamlFile(name, bytes);
    }

    /** Reads a file, at most one byte beyond {@link #MAX_BYTES} of it. */
    public static YamlFile read(String name, InputStream in) throws IOException {
        return new YamlFile(name, in.readNBytes(MAX_BYTES + 1));
    }

    /** What the problems call the file. */
    public String name() {
        return name;
    }

    /** Digest of the bytes as they lie on disk, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The whole content; empty when the file is not YAML that we read, and then there is a problem. */
    public Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    /** The content as keys and values; anything else is a problem. */
    public YamlFields fields() {
        return fields(root, "the file");
    }

    /** The content as a list of keys and values; anything else is a problem. */
    public List<YamlFields> items() {
        if (root == null) {
            return List.of();
        }
        if (root instanceof YamlSequence sequence) {
            return sequence.items().stream()
                    .map(item -> fields(item, "an item"))
                    .toList();
        }
        problem(root.position(), "the file is not a list", "begin each item with `- `");
        return List.of();
    }

    YamlFields fields(@Nullable YamlNode node, String what) {
        if (node != null && !(node instanceof YamlMapping)) {
            problem(node.position(), what + " has no keys", "write `key: value` on lines of their own");
        }
        var fields = new YamlFields(this, node instanceof YamlMapping mapping ? mapping : null);
        opened.add(fields);
        return fields;
    }

    /**
     * Where the character after {@code offset} code points of a scalar's text stands in the file; where the scalar
     * begins when escapes make that unclear. For problems of a language inside the text.
     */
    public YamlPosition positionIn(YamlScalar scalar, int offset) {
        return text.positionIn(scalar, offset);
    }

    /** Adds a problem, see {@link YamlProblem} for how to word it. */
    public void problem(YamlPosition position, String fact, String remedy) {
        if (refused.contains(position)) {
            return;
        }
        if (problems.size() == MAX_PROBLEMS) {
            unreported++;
            return;
        }
        problems.add(new YamlProblem(name, position, fact, remedy, text.excerpt(position)));
    }

    /**
     * All problems, sorted by place, once reading is over: with this call every key that nobody asked for becomes unknown,
     * and every required key that was asked for and not there becomes missing.
     */
    public List<YamlProblem> problems() {
        opened.forEach(YamlFields::finish);
        opened.clear();
        var all = new ArrayList<>(problems);
        if (unreported > 0) {
            all.add(YamlProblem.ofFile(name, unreported + " more problems are not shown", "mend the others first"));
        }
        return all.stream().sorted().toList();
    }

    private @Nullable YamlNode tooLarge() {
        problem(
                YamlPosition.WHOLE_FILE,
                "the file is larger than 1 MiB",
                "split it, or check that it is the file you meant");
        return null;
    }

    private @Nullable YamlNode parse() {
        var refusal = text.refusal();
        if (refusal.isPresent()) {
            problem(
                    refusal.get().position(),
                    refusal.get().fact(),
                    refusal.get().remedy());
            return null;
        }
        return new YamlParser(this, text).parse();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
