package dev.ullage.bench;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.bench.measure.Cost;
import dev.ullage.bench.measure.Figures;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a fresh JVM takes to read the exports and index them: a process of its own each time. */
final class Load implements Driver {

    private static final int RUNS = 5;

    @Override
    public void measure(Input input, Figures figures) throws IOException {
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        child(input.exports());
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            cpu.add(child(input.exports()) / 1e9);
            wall.add((System.nanoTime() - begin) / 1e9);
        }
        input.describe(input.load(), figures);
        say("load CPU s", cpu, figures);
        say("load wall s", wall, figures);
    }

    private static void say(String name, List<Double> values, Figures figures) {
        Collections.sort(values);
        figures.number(name, values.get(RUNS / 2));
        figures.number(name + " least", values.get(0));
        figures.number(name + " most", values.get(RUNS - 1));
    }

    private static long child(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "load-once",
                        folder.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.strip());
    }

    /** The child: says the CPU time of its process, from the start of the JVM. */
    static long once(Path folder) {
        new AwsAccess(load(folder));
        return Cost.processCpu();
    }

    private static FactIndex load(Path folder) {
        return new Input(folder, "").load();
    }
}
