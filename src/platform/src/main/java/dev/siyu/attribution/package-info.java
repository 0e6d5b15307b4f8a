/** Decides whose revenue each order is (业绩归属), by agreements that departments signed before. */
@NullMarked
package dev.siyu.attribution;

import org.jspecify.annotations.NullMarked;
