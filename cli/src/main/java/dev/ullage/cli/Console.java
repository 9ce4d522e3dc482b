package dev.ullage.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where the program speaks: results to {@code out}, everything else to {@code err}, both in UTF-8.
 *
 * @param width columns of the terminal that {@code out} is
 * @param colour true when {@code out} may carry colour
 * @param lively true when {@code err} is watched by a person, so that a line of it may move
 */
record Console(PrintStream out, PrintStream err, int width, boolean colour, boolean lively) {

    /** For a file or a pipe, where every width is right and lines should not be broken much. */
    private static final int WIDTH = 100;

    /**
     * The console of this process. The JVM cannot tell whether one of its streams is a terminal, so the launcher says so in
     * the properties {@code ullage.terminal.out} and {@code ullage.terminal.err}, and how wide it is in
     * {@code ullage.terminal.columns}; without it nothing moves or glows.
     */
    static Console ofProcess(Map<String, String> environment, Properties properties) {
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                width(properties.getProperty("ullage.terminal.columns", "")),
                Boolean.parseBoolean(properties.getProperty("ullage.terminal.out")) && wantsColour(environment),
                Boolean.parseBoolean(properties.getProperty("ullage.terminal.err"))
                        && !environment.getOrDefault("TERM", "").equals("dumb"));
    }

    /** See <a href="https://no-color.org">no-color.org</a>: any value that is not empty means no. */
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Says something to the person. Names and values from outside may be in it and cannot move the cursor. */
    void say(String text) {
        text.lines().forEach(line -> err.println(printable(line)));
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : WIDTH;
    }

    private static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' || !steersTerminal(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return printable.toString();
    }

    private static boolean steersTerminal(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
