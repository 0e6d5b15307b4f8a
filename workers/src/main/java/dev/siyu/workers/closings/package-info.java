/** Steps of closing a month (月结). */
@NullMarked
package dev.siyu.workers.closings;

import org.jspecify.annotations.NullMarked;
