/** Plays scenarios of the drawn journeys on an in-memory engine whose time the test moves. */
@NullMarked
package dev.siyu.rehearsal;

import org.jspecify.annotations.NullMarked;
