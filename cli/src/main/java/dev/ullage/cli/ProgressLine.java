package dev.ullage.cli;

import java.io.PrintStream;

/** One line on the terminal that names the step, and is gone when the audit is done. */
final class ProgressLine implements Progress {

    private static final String FROM_THE_START = "\r\u001b[K";

    private final PrintStream terminal;
    private int begun;
    private String shown = "";

    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(AuditStep step) {
        begun++;
        show(begun + "/" + AuditStep.values().length + " " + step.doing());
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
