package dev.ullage.model;

/** Who stores the data and decides on access to it. */
public enum Provider {
    AWS,
    GCP
}
