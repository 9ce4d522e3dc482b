package dev.ullage.model;

import java.util.List;

/**
 * What an AWS trail records of S3 object events.
 *
 * @param reads true when read events are recorded
 * @param writes true when write events are recorded
 * @param resources ARN prefixes of objects ({@code arn:aws:s3:::bucket/} or {@code arn:aws:s3} for all)
 */
public record TrailSelector(boolean reads, boolean writes, List<String> resources) {

    public TrailSelector {
        resources = List.copyOf(resources);
    }
}
