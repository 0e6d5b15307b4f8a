/** Steps that hand the customers of an account over to others. */
@NullMarked
package dev.siyu.workers.handovers;

import org.jspecify.annotations.NullMarked;
