package dev.ullage.cli;

import java.io.PrintStream;

/** One line on the terminal that names the part that lasts, and is gone when the work is done. */
final class ProgressLine implements Progress {

    private static final String FROM_THE_START = "\r\u001b[K";

    private final PrintStream terminal;
    private int begun;
    private String shown = "";

    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(Phase phase) {
        begun++;
        show(begun + "/" + phase.ofAll() + " " + phase.doing());
    }

    @Override
    public void percent(int done) {
        show(shown.replaceFirst("( \\d+ %)?$", " " + done + " %"));
    }

    @Override
    public void close() {
        show("");
    }

    private void show(String line) {
        if (!line.equals(shown)) {
            shown = line;
            terminal.print(FROM_THE_START + line);
            terminal.flush();
        }
    }
}
