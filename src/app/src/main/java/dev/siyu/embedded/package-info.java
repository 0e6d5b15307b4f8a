/**
 * Brings up and looks after what Siyu needs beside itself: PostgreSQL, the broker, the simulator.
 */
@NullMarked
package dev.siyu.embedded;

import org.jspecify.annotations.NullMarked;
