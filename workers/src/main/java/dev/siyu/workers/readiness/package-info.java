/** Steps of the readiness check (启动评估). */
@NullMarked
package dev.siyu.workers.readiness;

import org.jspecify.annotations.NullMarked;
