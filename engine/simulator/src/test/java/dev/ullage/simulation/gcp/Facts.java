package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;

/** Settings of a bucket that a case may leave out. */
final class Facts {

    private Facts() {}

    static Truth of(JsonNode setting) {
        return setting.isBoolean() ? Truth.of(setting.booleanValue()) : Truth.MAYBE;
    }

    /** @see <a href="https://docs.cloud.google.com/storage/docs/public-access-prevention">Public access prevention</a> */
    static Truth publicCounts(Target target, JsonNode bucket) {
        if (!target.inStorage()) {
            return Truth.YES;
        }
        return switch (bucket.path("publicAccessPrevention").asText()) {
            case "enforced" -> Truth.NO;
            case "inherited" -> Truth.YES;
            default -> Truth.MAYBE;
        };
    }

    /**
     * Only a bucket with uniform access can be opened to somebody from an identity pool.
     *
     * @see <a href="https://docs.cloud.google.com/storage/docs/uniform-bucket-level-access#should-you-use">Should you use
     *     uniform bucket-level access?</a>
     */
    static Truth federatedCounts(Target target, JsonNode bucket) {
        return target.inStorage() ? of(bucket.path("ublaEnabled")) : Truth.YES;
    }
}
