/** Holds the drawings of this release against the rules for drawings. */
@NullMarked
package dev.siyu.drawings;

import org.jspecify.annotations.NullMarked;
