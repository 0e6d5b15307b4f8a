/** Steps of the product selection (选品). */
@NullMarked
package dev.siyu.workers.selections;

import org.jspecify.annotations.NullMarked;
