/** Closes months (月结): checks, settlement, confirmations of departments, approval. */
@NullMarked
package dev.siyu.closings;

import org.jspecify.annotations.NullMarked;
