package dev.ullage.rule.subject;

import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;

/** A line of an access-control list as rules see it. */
@Means("the line of the access-control list")
public record AclView(
        @Means("the cloud that holds it") Provider provider,
        @Means("which list it stands on") AclScope scope,

        @Means(value = "the object or bucket that it stands on", example = "gs://acme-models/fraud/model.ckpt")
        String resource,

        @Means(value = "whom it names", note = "In the provider's words", example = "allUsers")
        String grantee,

        @Means(value = "what it grants", note = "In the provider's word", example = "READER")
        String permission,

        @Means(
                value = "whether it takes effect today",
                note = "For a default list, on the objects that are written from now on")
        Answer live)
        implements View {}
