package dev.ullage.cli;

/** The parts of answering a question about one estate. */
enum QuestionPhase implements Phase {
    FACTS("reading facts"),
    ANSWER("working out the answer");

    private final String doing;

    QuestionPhase(String doing) {
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
