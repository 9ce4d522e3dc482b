package dev.ullage.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of bad files and exactly what is said about them. A row is a line {@code ## name}, one or more files, each after
 * a line {@code @ path}, and a line {@code => message} for each problem; in a file {@code →} stands for a tab.
 */
public final class ErrorTable {

    /** Files by path, and all messages about them, in order. */
    public record Row(String name, Map<String, String> files, List<String> messages) {}

    private static final Pattern ROWS = Pattern.compile("^## ", Pattern.MULTILINE);

    private ErrorTable() {}

    /** The rows of a resource beside the class. */
    public static Stream<Row> rows(Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ROWS.splitAsStream(text).filter(row -> !row.isBlank()).map(ErrorTable::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String text) {
        var lines = text.lines().toList();
        var path = "f.yaml";
        var files = new LinkedHashMap<String, String>();
        var messages = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith("=> ")) {
                messages.add(line.substring(3));
            } else if (line.startsWith("@ ")) {
                path = line.substring(2);
                files.put(path, "");
            } else {
                files.merge(path, line.replace('→', '\t') + "\n", String::concat);
            }
        }
        files.replaceAll((name, content) -> content.stripTrailing());
        return new Row(lines.get(0), files, messages);
    }
}
