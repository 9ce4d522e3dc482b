package dev.ullage.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {

    /** Remembers what it was asked, and refuses. */
    private static final class Asked implements Decisions {
        private final List<String> requests = new ArrayList<>();

        @Override
        public Decision decide(String principal, String permission, String object) {
            requests.add(permission + " " + object);
            return new Decision(Ruling.IMPLICIT_DENY, List.of(), List.of(), List.of());
        }
    }

    private static List<String> requests(String permission, String object) throws MalformedQuestionException {
        var asked = new Asked();
        new Explain(asked)
                .ask(AskedPrincipal.of("user:ana@acme.example"), AskedPermission.of(permission), AskedPlace.of(object));
        return asked.requests;
    }

    @ParameterizedTest
    @CsvSource({
        "read, gs://models/x, storage.objects.get gs://models/x",
        "s3:GetObject, s3://models/x, s3:GetObject s3://models/x",
        "list, gs://models/x, storage.objects.list gs://models",
        "list, s3://models, s3:ListBucket s3://models",
        "write-policy, gs://models/x, storage.objects.setIamPolicy gs://models/x",
        "write-policy, gs://models, storage.buckets.setIamPolicy gs://models",
    })
    void a_permission_is_asked_where_it_is_checked(String permission, String object, String request)
            throws MalformedQuestionException {
        assertThat(requests(permission, object)).containsExactly(request);
    }

    @Test
    void a_class_is_asked_for_each_permission_that_it_stands_for() throws MalformedQuestionException {
        assertThat(requests("delete", "s3://models/x"))
                .containsExactly("s3:DeleteObject s3://models/x", "s3:DeleteObjectVersion s3://models/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read         | gs://models/*                          | `gs://models/*` is many objects; name one of them
            read         | gs://models                            | `read` is asked of an object; name one, as in `gs://models/x`
            s3:GetObject | gs://models/x                          | `s3:GetObject` is no permission of GCP, where `gs://models` is; name a class such as `read`
            """)
    void a_question_that_is_no_single_request_is_refused(String permission, String object, String sentence) {
        assertThatThrownBy(() -> requests(permission, object))
                .isInstanceOf(MalformedQuestionException.class)
                .hasMessage(sentence);
    }
}
