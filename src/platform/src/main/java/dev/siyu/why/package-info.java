/** Answers why a customer got a message, or why not (yet). */
@NullMarked
package dev.siyu.why;

import org.jspecify.annotations.NullMarked;
