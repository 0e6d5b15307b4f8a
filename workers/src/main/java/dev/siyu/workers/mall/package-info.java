/** Steps that the mall carries out. */
@NullMarked
package dev.siyu.workers.mall;

import org.jspecify.annotations.NullMarked;
