/** Carries events to the app: encrypted for WeCom, signed for the mall, until accepted. */
@NullMarked
package dev.siyu.simulator.callbacks;

import org.jspecify.annotations.NullMarked;
