/** What has to be true of the checkout as a whole, and no compiler looks at. */
@NullMarked
package dev.ullage.checkout;

import org.jspecify.annotations.NullMarked;
