package dev.ullage.rule.subject;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a view or one of its fields stands for, kept at run time for the rule reference and for messages. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Means {

    /** A noun clause that can be followed by "is not known", such as {@code when it was made}. */
    String value();

    /** What else a rule author should know, as a sentence without a full stop; empty for nothing. */
    String note() default "";

    /** A value as a rule author would write it; empty where the type says it all. */
    String example() default "";
}
