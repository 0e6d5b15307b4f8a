/** Writes what the engine did to PostgreSQL, from inside the broker, exactly once. */
@NullMarked
package dev.siyu.history.exporter;

import org.jspecify.annotations.NullMarked;
