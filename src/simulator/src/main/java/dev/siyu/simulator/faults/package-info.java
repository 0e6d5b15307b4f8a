/** Troubles that tests switch on: slow, broken, silent, doubled, out of order. */
@NullMarked
package dev.siyu.simulator.faults;

import org.jspecify.annotations.NullMarked;
