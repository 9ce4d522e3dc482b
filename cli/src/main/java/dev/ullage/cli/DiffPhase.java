package dev.ullage.cli;

/** The parts of comparing two snapshots. */
enum DiffPhase implements Phase {
    BEFORE("reading the first"),
    AFTER("reading the second"),
    COMPARISON("comparing");

    private final String doing;

    DiffPhase(String doing) {
        this.doing = doing;
    }

    @Override
    public String doing() {
        return doing;
    }

    @Override
    public int ofAll() {
        return values().length;
    }
}
