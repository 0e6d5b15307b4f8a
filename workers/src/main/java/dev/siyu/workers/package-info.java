/** What the workers of all systems share: keys of touches and how a touch ends a job. */
@NullMarked
package dev.siyu.workers;

import org.jspecify.annotations.NullMarked;
