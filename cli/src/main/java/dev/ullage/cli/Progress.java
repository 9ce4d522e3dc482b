package dev.ullage.cli;

/** Tells a waiting person how far an audit is. */
interface Progress extends AutoCloseable {

    /** The step begins; all before it are done. */
    void at(AuditStep step);

    /** This much of the step that lasts is done, 0 to 100. */
    void percent(int done);

    @Override
    void close();

    /** A line that moves where a person watches, and silence elsewhere. */
    static Progress on(Console console) {
        return console.lively() ? new ProgressLine(console.err()) : new Silence();
    }

    /** Nobody watches. */
    final class Silence implements Progress {
        @Override
        public void at(AuditStep step) {}

        @Override
        public void percent(int done) {}

        @Override
        public void close() {}
    }
}
