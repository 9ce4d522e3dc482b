package dev.ullage.access;

/** Kleene's logic, name by name. */
enum OverNames implements Logic<Reach> {
    LOGIC;

    private static final Reach PERHAPS = Reach.atMost(NameSet.all());

    @Override
    public Reach yes() {
        return Reach.all();
    }

    @Override
    public Reach no() {
        return Reach.none();
    }

    @Override
    public Reach unknown() {
        return PERHAPS;
    }

    @Override
    public Reach and(Reach left, Reach right) {
        return left.and(right);
    }

    @Override
    public Reach or(Reach left, Reach right) {
        return left.or(right);
    }

    @Override
    public Reach minus(Reach left, Reach right) {
        return left.minus(right);
    }
}
