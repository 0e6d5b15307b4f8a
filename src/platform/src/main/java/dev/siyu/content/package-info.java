/** Keeps the words and pictures that touchpoints may use. */
@NullMarked
package dev.siyu.content;

import org.jspecify.annotations.NullMarked;
