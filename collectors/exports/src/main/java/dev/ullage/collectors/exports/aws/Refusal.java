package dev.ullage.collectors.exports.aws;

import java.util.Set;

/**
 * Tells refusals from other failures by the error code. Whoever cannot prove who they are is refused as well.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error codes</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class Refusal {

    private static final Set<String> CODES = Set.of(
            "403",
            "AccessDenied",
            "AccessDeniedException",
            "AccountProblem",
            "AllAccessDisabled",
            "AuthFailure",
            "Client.UnauthorizedOperation",
            "ExpiredToken",
            "ExpiredTokenException",
            "Forbidden",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSecurity",
            "InvalidToken",
            "NotAuthorized",
            "NotSignedUp",
            "OptInRequired",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "UnauthorizedAccess",
            "UnauthorizedOperation",
            "UnrecognizedClientException",
            "VpceAccessDenied");

    private Refusal() {}

    /** True when the provider did not let the caller do it. */
    static boolean isRefusal(String errorCode) {
        return CODES.contains(errorCode);
    }
}
