/** Moments (朋友圈): planned by operations, published by members, followed to their end. */
@NullMarked
package dev.siyu.moments;

import org.jspecify.annotations.NullMarked;
