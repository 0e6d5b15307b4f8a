/** Rehearsals (排练): who asked for which drawing on which customers, the queue, the reports. */
@NullMarked
package dev.siyu.rehearsals;

import org.jspecify.annotations.NullMarked;
