/** Doors for tests and replays: clock, happenings, faults, recorded calls. */
@NullMarked
package dev.siyu.simulator.control;

import org.jspecify.annotations.NullMarked;
