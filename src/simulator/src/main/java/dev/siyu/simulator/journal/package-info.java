/** What happened, one line each: the only memory of the simulator, rebuilt at start. */
@NullMarked
package dev.siyu.simulator.journal;

import org.jspecify.annotations.NullMarked;
