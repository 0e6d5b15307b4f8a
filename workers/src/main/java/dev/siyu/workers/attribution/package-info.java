/** Steps about whose revenue an order is. */
@NullMarked
package dev.siyu.workers.attribution;

import org.jspecify.annotations.NullMarked;
