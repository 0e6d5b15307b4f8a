/** Records what customers paid and got back, in integer cents. */
@NullMarked
package dev.siyu.orders;

import org.jspecify.annotations.NullMarked;
