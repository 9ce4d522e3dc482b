package dev.ullage.rule.subject;

import dev.ullage.rule.Subject;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A name that rules can begin with, and the fields behind it. Beside these there is only {@link Facts#AS_OF}. */
public enum Variable {
    ACL(AclView.class),
    BUCKET(BucketView.class),
    CREDENTIAL(CredentialView.class),
    GRANT(GrantView.class),
    PRINCIPAL(PrincipalView.class),
    ROW(RowView.class),
    TRUST(TrustView.class);

    private static final Map<Variable, Map<String, Field>> FIELDS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(variable -> variable, Variable::fieldsOf));

    private static final Map<String, Variable> NAMED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Variable::word, variable -> variable));

    private final Class<? extends View> view;

    Variable(Class<? extends View> view) {
        this.view = view;
    }

    /** The variables that a rule for the subject has; the subject itself is the first. */
    public static List<Variable> of(Subject subject) {
        return switch (subject) {
            case BUCKET -> List.of(BUCKET);
            case GRANT -> List.of(GRANT, PRINCIPAL, BUCKET);
            case ACL -> List.of(ACL, PRINCIPAL, BUCKET);
            case CREDENTIAL -> List.of(CREDENTIAL, PRINCIPAL);
            case PRINCIPAL -> List.of(PRINCIPAL);
            case TRUST -> List.of(TRUST, PRINCIPAL);
            case ROW -> List.of(ROW, PRINCIPAL, BUCKET);
        };
    }

    /** The variable that rules call so. */
    public static Optional<Variable> named(String word) {
        return Optional.ofNullable(NAMED.get(word));
    }

    /** The name in rules, such as {@code bucket}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A noun clause that says what the variable stands for. */
    public String means() {
        return view.getAnnotation(Means.class).value();
    }

    /** The fields by name, in the order in which a reader should meet them. */
    public Map<String, Field> fields() {
        return FIELDS.getOrDefault(this, Map.of());
    }

    private static Map<String, Field> fieldsOf(Variable variable) {
        var fields = new LinkedHashMap<String, Field>();
        for (var component : variable.view.getRecordComponents()) {
            var field = new Field(component);
            fields.put(field.name(), field);
        }
        return Collections.unmodifiableMap(fields);
    }
}
