/** Tests of the exporter against a real PostgreSQL and hand-made records. */
@NullMarked
package dev.siyu.history.exporter;

import org.jspecify.annotations.NullMarked;
