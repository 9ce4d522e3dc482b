package dev.ullage.rule.subject;

import dev.ullage.rule.Subject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule sees of one subject. What is not here is not known: a variable as well as a single field.
 *
 * <p>A grant, a line of a list or a row is not always on a bucket, and a trust does not always lead to one principal;
 * where it is not, the variable is absent, and a rule that asks for it all the same gets no answer.
 */
public final class Facts {

    /** The variable for the time that the facts describe. */
    public static final String AS_OF = "as_of";

    private final Subject subject;
    private final @Nullable Instant asOf;
    private final Map<Variable, Function<Field, @Nullable Object>> values = new EnumMap<>(Variable.class);

    private Facts(Subject subject, @Nullable Instant asOf) {
        this.subject = subject;
        this.asOf = asOf;
    }

    public static Facts of(BucketView bucket, Instant asOf) {
        return new Facts(Subject.BUCKET, asOf).with(Variable.BUCKET, bucket);
    }

    /** The bucket is null when the grant is not on one bucket. */
    public static Facts of(GrantView grant, PrincipalView principal, @Nullable BucketView bucket, Instant asOf) {
        return new Facts(Subject.GRANT, asOf)
                .with(Variable.GRANT, grant)
                .with(Variable.PRINCIPAL, principal)
                .with(Variable.BUCKET, bucket);
    }

    public static Facts of(AclView acl, PrincipalView principal, BucketView bucket, Instant asOf) {
        return new Facts(Subject.ACL, asOf)
                .with(Variable.ACL, acl)
                .with(Variable.PRINCIPAL, principal)
                .with(Variable.BUCKET, bucket);
    }

    public static Facts of(CredentialView credential, PrincipalView principal, Instant asOf) {
        return new Facts(Subject.CREDENTIAL, asOf)
                .with(Variable.CREDENTIAL, credential)
                .with(Variable.PRINCIPAL, principal);
    }

    public static Facts of(PrincipalView principal, Instant asOf) {
        return new Facts(Subject.PRINCIPAL, asOf).with(Variable.PRINCIPAL, principal);
    }

    /** The principal is the role that is assumed; null for an identity pool, which can lead to many. */
    public static Facts of(TrustView trust, @Nullable PrincipalView principal, Instant asOf) {
        return new Facts(Subject.TRUST, asOf).with(Variable.TRUST, trust).with(Variable.PRINCIPAL, principal);
    }

    /** The bucket is null for a row about something else, such as an identity that can be acted as. */
    public static Facts of(RowView row, PrincipalView principal, @Nullable BucketView bucket, Instant asOf) {
        return new Facts(Subject.ROW, asOf)
                .with(Variable.ROW, row)
                .with(Variable.PRINCIPAL, principal)
                .with(Variable.BUCKET, bucket);
    }

    /** Facts that are given field by field, as the examples beside a rule do: whatever they leave out is not known. */
    static Facts given(Subject subject, Map<Variable, Map<Field, Object>> values, @Nullable Instant asOf) {
        var facts = new Facts(subject, asOf);
        values.forEach((variable, fields) -> facts.values.put(variable, fields::get));
        return facts;
    }

    /** What the facts are about. */
    public Subject subject() {
        return subject;
    }

    /** The time that they describe; null when it is not known. */
    public @Nullable Instant asOf() {
        return asOf;
    }

    /** False when nothing at all is known of the variable. */
    public boolean has(Variable variable) {
        return values.containsKey(variable);
    }

    /** The value of a field in the Java type that its {@link ValueType} names; null when it is not known. */
    public @Nullable Object value(Variable variable, Field field) {
        var value = values.get(variable);
        return value == null ? null : value.apply(field);
    }

    private Facts with(Variable variable, @Nullable View view) {
        if (view != null) {
            values.put(variable, field -> field.of(view));
        }
        return this;
    }
}
