package dev.ullage.access;

import dev.ullage.analysis.Explanation;

/**
 * One reason for an entitlement: a binding, a statement or an ACL entry, and the names that it gives.
 *
 * @param names at most these; what takes them away again is not subtracted here
 * @param explanation the chain from the principal to the permission
 */
public record Ground(NameSet names, Explanation explanation) {}
