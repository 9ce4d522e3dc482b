package dev.ullage.bench;

import dev.ullage.access.aws.policy.ContextValue;
import dev.ullage.access.aws.policy.RequestContext;
import java.util.Map;
import java.util.TreeMap;

/** What requests of an actor carry: all is known, so that an answer is yes or no. */
final class ConcreteContext {

    static final String TAG_OF_OBJECT = "s3:existingobjecttag/team";

    private ConcreteContext() {}

    /** Keys in lower case, but for what the object says. */
    static Map<String, String> values(Account.Actor actor, String account) {
        var arn = actor.principal().id();
        var values = new TreeMap<String, String>();
        values.put("aws:securetransport", "true");
        values.put("aws:sourceip", "203.0.113.10");
        values.put("aws:requestedregion", "us-east-1");
        values.put("aws:principalarn", arn);
        values.put("aws:principalaccount", account);
        values.put("aws:principalorgid", "o-exampleorg1");
        var team = actor.principal().tags().get("team");
        if (team != null) {
            values.put("aws:principaltag/team", team);
        }
        if (actor.isUser()) {
            values.put("aws:username", arn.substring(arn.lastIndexOf('/') + 1));
        }
        return values;
    }

    /** The same for the engine. */
    static RequestContext of(Account.Actor actor, String account) {
        var values = new TreeMap<String, ContextValue>();
        values(actor, account).forEach((key, value) -> values.put(key, ContextValue.of(value)));
        return RequestContext.complete(values);
    }

    /** Adds what an object in a bucket of a team says. */
    static RequestContext at(RequestContext caller, ContextValue team) {
        return key -> key.equals(TAG_OF_OBJECT) ? team : caller.value(key);
    }
}
