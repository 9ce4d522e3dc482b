package dev.ullage.cli;

/** Tells a waiting person how far the work is. */
interface Progress extends AutoCloseable {

    /** The part begins; all before it are done. */
    void at(Phase phase);

    /** This much of the part that lasts is done, 0 to 100. */
    void percent(int done);

    @Override
    void close();

    /** How much a part is of the whole; a file that grows while it is read does not lead beyond the end. */
    static int percent(long part, long whole) {
        return whole == 0 ? 100 : (int) Math.min(100, part * 100 / whole);
    }

    /** A line that moves where a person watches, and silence elsewhere. */
    static Progress on(Console console) {
        return console.lively() ? new ProgressLine(console.err()) : new Silence();
    }

    /** Nobody watches. */
    final class Silence implements Progress {
        @Override
        public void at(Phase phase) {}

        @Override
        public void percent(int done) {}

        @Override
        public void close() {}
    }
}
