package dev.ullage.cli;

/** The parts of an audit, in the order in which they are done. */
enum AuditStep {
    DECLARATIONS("reading intents and waivers"),
    RULES("reading rules"),
    EXPORTS("reading exports"),
    JUDGEMENT("judging"),
    REPORTS("writing reports");

    private final String doing;

    AuditStep(String doing) {
        this.doing = doing;
    }

    /** What a person is told while it lasts. */
    String doing() {
        return doing;
    }
}
