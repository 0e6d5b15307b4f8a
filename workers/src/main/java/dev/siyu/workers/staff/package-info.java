/** Steps that a staff member (导购 / 客服) carries out by hand. */
@NullMarked
package dev.siyu.workers.staff;

import org.jspecify.annotations.NullMarked;
