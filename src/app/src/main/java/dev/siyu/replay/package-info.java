/** Plays a recorded year of a real shop to the simulator, on the product's clock. */
@NullMarked
package dev.siyu.replay;

import org.jspecify.annotations.NullMarked;
