/** Settles disputes (争议) of departments about whose revenue an order is. */
@NullMarked
package dev.siyu.disputes;

import org.jspecify.annotations.NullMarked;
