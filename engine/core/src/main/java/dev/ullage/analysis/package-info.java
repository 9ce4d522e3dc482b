/** What follows from the facts: effective access, the ledger, findings, and an assessment that holds them all. */
@NullMarked
package dev.ullage.analysis;

import org.jspecify.annotations.NullMarked;
