package dev.ullage.cli;

/** The parts of an audit, in the order in which they are done. */
enum AuditStep implements Phase {
    DECLARATIONS("reading intents and waivers"),
    RULES("reading rules"),
    EXPORTS("reading exports"),
    JUDGEMENT("judging"),
    REPORTS("writing reports");

    private final String doing;

    AuditStep(String doing) {
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
