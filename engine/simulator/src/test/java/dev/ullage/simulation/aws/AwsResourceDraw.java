package dev.ullage.simulation.aws;

import dev.ullage.simulation.Dice;

/** Draws resources of policies, most of them made from the one that the request is about. */
record AwsResourceDraw(AwsRequestDraw request, Dice dice) {

    String pattern() {
        if (dice.below(400) == 0) {
            return dice.oneOf("arn:aws:s3:*", "arn:aws:*", "arn:aws:kms:eu-*");
        }
        int percent = dice.below(100);
        if (percent < 22) {
            return "*";
        } else if (percent < 45) {
            return wide();
        }
        return narrow();
    }

    private String wide() {
        var resource = request.resource();
        int colon = prefixEnd(resource);
        int slash = resource.indexOf('/', colon);
        return switch (dice.below(6)) {
            case 0 -> resource.substring(0, colon + 1) + "*";
            case 1 -> slash < 0 ? resource + "*" : resource.substring(0, slash + 1) + "*";
            case 2 -> resource.substring(0, colon + 2) + "*";
            case 3 -> slash < 0 ? resource : resource.substring(0, slash) + "*" + resource.substring(slash + 2);
            case 4 -> anyRegionAndAccount(resource);
            default -> dice.oneOf("arn:aws:s3:::*/*", "arn:*:s3:::l*", "arn:aws:s3:::*a*");
        };
    }

    private static int prefixEnd(String arn) {
        int colon = 0;
        for (int i = 0; i < 5; i++) {
            colon = arn.indexOf(':', colon + 1);
        }
        return colon;
    }

    private static String anyRegionAndAccount(String arn) {
        var parts = arn.split(":", 6);
        return "arn:aws:" + parts[2] + ":*:*:" + parts[5];
    }

    /** One resource, or a few. */
    String narrow() {
        var resource = request.resource();
        int percent = dice.below(100);
        if (percent < 40) {
            return resource;
        } else if (percent < 50) {
            return resource.substring(0, resource.length() - 1) + "?";
        } else if (percent < 70 && resource.startsWith("arn:aws:s3")) {
            return "arn:aws:s3:::" + dice.oneOf(AwsAlphabet.BUCKETS) + "/" + withVariable();
        } else if (percent < 73) {
            return resource.replace("data", "Data");
        }
        return "arn:aws:s3:::" + dice.oneOf(AwsAlphabet.BUCKETS)
                + dice.oneOf("", "/" + dice.oneOf(AwsAlphabet.KEYS), "/data/*");
    }

    private String withVariable() {
        return dice.oneOf(
                "home/${aws:username}/*",
                "home/${aws:username}/x",
                "home/${AWS:USERNAME}/?",
                "${aws:PrincipalTag/team}/1",
                "${aws:PrincipalTag/team, 'data'}/*",
                "${aws:TagKeys}/*",
                "${s3:prefix}ana/x",
                "a${*}b",
                "what${?}",
                "home/${$}{aws:username}/x");
    }
}
