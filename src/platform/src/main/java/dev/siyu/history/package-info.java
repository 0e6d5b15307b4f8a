/** Reads what the exporter wrote about every journey. */
@NullMarked
package dev.siyu.history;

import org.jspecify.annotations.NullMarked;
