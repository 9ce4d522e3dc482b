package dev.ullage.bench.estate;

/**
 * How large a made-up account is, and from which seed it is drawn. There is a group for every twenty users.
 *
 * @param policies managed policies of the customer; those of AWS come on top
 */
public record EstateSize(long seed, int users, int roles, int policies, int buckets) {

    /** The account that the published figures are about. */
    public static final EstateSize LARGE = new EstateSize(7, 1_000, 4_000, 3_000, 500);

    /** Enough for every template to occur, and small enough for a test. */
    public static final EstateSize SMALL = new EstateSize(7, 50, 200, 150, 50);

    public EstateSize {
        if (users < 1 || roles < 1 || policies < 1 || buckets < 1) {
            throw new IllegalArgumentException("an account has at least one user, role, policy and bucket");
        }
    }

    int groups() {
        return Math.max(1, users / 20);
    }

    /** The large account with every number multiplied by {@code parts} and divided by {@code of}. */
    public static EstateSize partOfLarge(int parts, int of) {
        return new EstateSize(
                LARGE.seed,
                LARGE.users * parts / of,
                LARGE.roles * parts / of,
                LARGE.policies * parts / of,
                LARGE.buckets * parts / of);
    }
}
