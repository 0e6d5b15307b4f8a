/** Starts the real product, disturbs it, and holds what it did against what was asked of it. */
@NullMarked
package dev.siyu.drills;

import org.jspecify.annotations.NullMarked;
