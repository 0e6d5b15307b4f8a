/** Steps that pass a customer on to another journey. */
@NullMarked
package dev.siyu.workers.journeys;

import org.jspecify.annotations.NullMarked;
