/** Made-up AWS accounts, in the form of real exports. */
@NullMarked
package dev.ullage.bench.estate;

import org.jspecify.annotations.NullMarked;
