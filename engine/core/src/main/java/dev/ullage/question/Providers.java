package dev.ullage.question;

import dev.ullage.access.aws.Arns;
import dev.ullage.model.Provider;

/** Tells by its form who has given an id. */
final class Providers {

    private Providers() {}

    static Provider of(String id) {
        boolean isAws = id.startsWith("arn:")
                || id.startsWith("s3://")
                || id.startsWith("canonical:")
                || id.startsWith("email:")
                || id.startsWith("http://acs.amazonaws.com/")
                || id.equals("*")
                || id.endsWith(".amazonaws.com")
                || Arns.isAccount(id);
        return isAws ? Provider.AWS : Provider.GCP;
    }
}
