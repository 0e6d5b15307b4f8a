/** Steps that change what we know of a customer. */
@NullMarked
package dev.siyu.workers.customers;

import org.jspecify.annotations.NullMarked;
