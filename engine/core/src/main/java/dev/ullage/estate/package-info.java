/** What the owners of an estate declare: what it is called, what its workloads are for, and what they accept for now. */
@NullMarked
package dev.ullage.estate;

import org.jspecify.annotations.NullMarked;
