/** Knows who a customer is over all platforms, whose contact they are, and what they agreed to. */
@NullMarked
package dev.siyu.customers;

import org.jspecify.annotations.NullMarked;
