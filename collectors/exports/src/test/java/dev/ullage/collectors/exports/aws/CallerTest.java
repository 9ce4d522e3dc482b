package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "nobody", textBlock = """
            {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/ana", "userName": "root"} | arn:aws:iam::111122223333:user/ana
            {"type": "Root", "arn": "arn:aws:iam::111122223333:root", "accountId": "111122223333"} | arn:aws:iam::111122223333:root
            {"type": "Root", "accountId": "111122223333"} | arn:aws:iam::111122223333:root
            {"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/r/s", "sessionContext": {"sessionIssuer": {"type": "Role", "arn": "arn:aws:iam::111122223333:role/p/r"}}} | arn:aws:iam::111122223333:role/p/r
            {"type": "FederatedUser", "arn": "arn:aws:sts::111122223333:federated-user/x", "sessionContext": {"sessionIssuer": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/bob"}}} | arn:aws:iam::111122223333:user/bob
            {"type": "FederatedUser", "arn": "arn:aws:sts::111122223333:federated-user/x"} | arn:aws:sts::111122223333:federated-user/x
            {"type": "AWSAccount", "principalId": "", "accountId": "anonymous"} | *
            {"type": "AWSAccount", "principalId": "", "accountId": "ANONYMOUS_PRINCIPAL"} | *
            {"type": "AWSAccount", "principalId": "AROAX:s", "accountId": "444455556666"} | arn:aws:iam::444455556666:root
            {"type": "AWSAccount", "arn": "arn:aws:sts::444455556666:assumed-role/sync/s9", "accountId": "444455556666"} | arn:aws:iam::444455556666:role/sync
            {"type": "AWSAccount", "arn": "arn:aws-cn:sts::444455556666:assumed-role/sync/s/9", "accountId": "444455556666"} | arn:aws-cn:iam::444455556666:role/sync
            {"type": "AWSService", "invokedBy": "replication.s3.amazonaws.com"} | service:replication.s3.amazonaws.com
            {"type": "AWSService"} | nobody
            {"type": "IAMUser", "accountId": "anonymous"} | nobody
            {"type": "WebIdentityUser", "principalId": "x", "userName": "admin", "identityProvider": "y"} | nobody
            {"type": "IdentityCenterUser", "accountId": "111122223333", "onBehalfOf": {"userId": "u"}} | nobody
            {"accountId": "111122223333"} | nobody
            {} | nobody
            "arn:aws:iam::111122223333:user/ana" | nobody
            """)
    void the_principal_is_the_one_on_whose_authority_the_request_ran(String identity, String principal)
            throws JsonProcessingException {
        var caller = Caller.of(new ObjectMapper().readTree(identity));

        assertThat(caller == null ? null : caller.principal()).isEqualTo(principal);
    }
}
