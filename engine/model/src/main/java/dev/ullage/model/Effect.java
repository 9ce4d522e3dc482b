package dev.ullage.model;

/** What an AWS policy statement does when it matches. */
public enum Effect {
    ALLOW,
    DENY
}
