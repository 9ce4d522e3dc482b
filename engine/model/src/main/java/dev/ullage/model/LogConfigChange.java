package dev.ullage.model;

import java.time.Instant;

/**
 * Somebody changed what is logged: an audit configuration, a trail, its selectors or its state.
 *
 * @param container organisation, folder, project or account in which it happened
 * @param when time of the change, from the always-on administrative log
 * @param method native method, such as {@code SetIamPolicy} or {@code StopLogging}
 */
public record LogConfigChange(Provider provider, String container, Instant when, String method, Source source)
        implements Fact {}
