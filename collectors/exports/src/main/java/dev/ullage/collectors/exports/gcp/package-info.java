/**
 * Reads what Google Cloud's own tools export: Cloud Asset Inventory, {@code gcloud} listings and Cloud Audit Logs. Reads
 * files only; what they call a project number, a unique id or a membership is joined to its name at the end.
 */
@NullMarked
package dev.ullage.collectors.exports.gcp;

import org.jspecify.annotations.NullMarked;
