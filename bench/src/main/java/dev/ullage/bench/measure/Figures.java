package dev.ullage.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints a table for a person and, at its end, the same as one line of JSON. */
public final class Figures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final ObjectNode line = JSON.createObjectNode();

    /** Begins with what was measured, on what. */
    public Figures(PrintStream out, String driver) {
        this.out = out;
        out.printf(Locale.ROOT, "%n%s%n%s, %d processors, load %.1f before%n", driver, jdk(), processors(), load());
        line.put("driver", driver).put("jdk", jdk()).put("processors", processors());
        line.put("loadBefore", round(load()));
    }

    private static String jdk() {
        return "%s %s %s"
                .formatted(
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("os.arch"));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Three digits are all that a noisy machine gives. */
    private static BigDecimal round(double value) {
        return new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
    }

    /** Something about the input or the answer. */
    public void fact(String name, Object value) {
        out.printf(Locale.ROOT, "  %-34s %s%n", name, value);
        line.putPOJO(name, value);
    }

    /** One number with its unit in its name. */
    public void number(String name, double value) {
        var rounded = round(value);
        out.printf(Locale.ROOT, "  %-34s %s%n", name, rounded.toPlainString());
        line.put(name, rounded);
    }

    /** What the runs of one job cost. */
    public void runs(String job, Runs runs) {
        spread(job + " CPU s", runs.spread(Cost::threadNanos), 1e9);
        spread(job + " process CPU s", runs.spread(Cost::processNanos), 1e9);
        spread(job + " wall s", runs.spread(Cost::wallNanos), 1e9);
        spread(job + " heap peak MiB", runs.spread(Cost::heapPeak), 1 << 20);
        fact(job + " answer", runs.answer());
    }

    private void spread(String name, Runs.Spread spread, double unit) {
        var median = round(spread.median() / unit);
        var least = round(spread.least() / unit);
        var most = round(spread.most() / unit);
        out.printf(
                Locale.ROOT,
                "  %-34s %s [%s..%s]%n",
                name,
                median.toPlainString(),
                least.toPlainString(),
                most.toPlainString());
        line.putArray(name).add(median).add(least).add(most);
    }

    /** Ends with the line of JSON. */
    public void end() {
        line.put("loadAfter", round(load()));
        out.println(line);
    }
}
