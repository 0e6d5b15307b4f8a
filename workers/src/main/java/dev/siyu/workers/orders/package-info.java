/** Steps that look at a customer's orders. */
@NullMarked
package dev.siyu.workers.orders;

import org.jspecify.annotations.NullMarked;
