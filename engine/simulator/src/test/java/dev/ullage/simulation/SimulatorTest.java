package dev.ullage.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final String READS_DATA =
            "'identityPolicies':[{'Version':'2012-10-17','Statement':{'Sid':'Read','Effect':'Allow','Action':'s3:Get*',"
                    + "'Resource':'arn:aws:s3:::data/*','Condition':{'StringEquals':{'aws:SourceVpc':'vpc-1'}}}}]";

    private static Decision decide(String fields) throws MalformedCaseException, JsonProcessingException {
        var text = "{'name':'n','principal':'arn:aws:iam::111122223333:user/ana','action':'s3:GetObject',"
                + "'resource':'arn:aws:s3:::data/a','resourceAccount':'111122223333'," + fields + "}";
        return new Simulator().decide(new ObjectMapper().readTree(text.replace('\'', '"')));
    }

    @Test
    void an_allow_whose_condition_holds_decides() throws Exception {
        var decision = decide("'context':{'aws:sourcevpc':'vpc-1'}," + READS_DATA);

        assertThat(decision.ruling()).isEqualTo(Ruling.ALLOWED);
        assertThat(decision.deciding().toString()).contains("statement `Read` allows s3:GetObject");
    }

    @Test
    void a_key_that_is_absent_does_not_meet_a_condition() throws Exception {
        assertThat(decide("'context':{}," + READS_DATA).ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_key_that_is_not_known_leaves_its_condition() throws Exception {
        var decision = decide("'contextIsPartial':true," + READS_DATA);

        assertThat(decision.ruling()).isEqualTo(Ruling.UNKNOWN);
        assertThat(decision.residual()).containsExactly("if aws:SourceVpc = vpc-1");
    }

    @Test
    void what_is_refused_because_nothing_allows_it_says_what_would_have_to() throws Exception {
        assertThat(decide("'context':{}").deciding().toString())
                .contains("no identity policy allows s3:GetObject on arn:aws:s3:::data/a");
    }

    @Test
    void all_problems_of_a_case_are_told_at_once() {
        assertThatThrownBy(() -> decide("'context':7,'boundry':null"))
                .isInstanceOfSatisfying(
                        MalformedCaseException.class,
                        malformed -> assertThat(malformed.problems()).hasSize(2));
    }
}
