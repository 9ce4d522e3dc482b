package dev.ullage.simulation.rgw;

import java.util.ArrayList;
import java.util.List;

/**
 * Accounts and people that one thread has for itself, so that two threads never change one another's policies.
 *
 * @param home account of the bucket
 * @param away another account
 * @param third yet another
 */
record Lane(String home, String away, String third) {

    /** Wherever policies name a session of the home account's role, they name this one. */
    static final String SESSION = "night";

    private static final List<Lane> ALL = List.of(
            new Lane("111122223333", "444455556666", "777788889999"),
            new Lane("222233334444", "555566667777", "888899990000"));

    static int count() {
        return ALL.size();
    }

    /** The lane of a scene. */
    static Lane of(int scene) {
        return ALL.get(scene % ALL.size());
    }

    /** Owns the bucket and gives itself everything; in the gateway an owner may do everything. */
    Caller owner() {
        return Caller.user(home, "vera");
    }

    /** Users of the bucket's account who have what their policies give. */
    List<Caller> users() {
        return List.of(Caller.user(home, "ana"), Caller.user(home, "ben"));
    }

    /** Users of the other account, to whom that account allows everything. */
    List<Caller> guests() {
        return List.of(Caller.user(away, "zoe"), Caller.user(away, "yan"));
    }

    /** One user of each other account, to whom it allows everything; access-control lists name accounts, not users. */
    List<Caller> grantees() {
        return List.of(guests().get(0), Caller.user(third, "kim"));
    }

    /** Assumes the role and does nothing else; the gateway takes a session for the user who began it, too. */
    Caller starter() {
        return Caller.user(home, "starter");
    }

    /** A session of the home account's role, as the role is. */
    Caller trainer() {
        return Caller.session(home, "trainer", SESSION);
    }

    /** A session of the same role that a session policy limits. */
    Caller limitedTrainer() {
        return Caller.session(home, "trainer", "limited");
    }

    /** A session of a role of the other account. Policies name it; in the gateway no role reaches another account. */
    Caller courier() {
        return Caller.session(away, "courier", SESSION);
    }

    /** Everybody who sends requests under policies. */
    List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(owner());
        callers.addAll(users());
        callers.addAll(guests());
        callers.addAll(List.of(trainer(), limitedTrainer(), Caller.ANONYMOUS));
        return callers;
    }
}
