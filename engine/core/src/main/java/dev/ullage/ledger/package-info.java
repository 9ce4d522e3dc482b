/** The ledger: granted, declared and used side by side, for every principal, permission class and place. */
@NullMarked
package dev.ullage.ledger;

import org.jspecify.annotations.NullMarked;
