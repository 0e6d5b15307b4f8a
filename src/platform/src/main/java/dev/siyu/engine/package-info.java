/** Talks to the Zeebe engine: messages in, jobs out, never more than it can bear. */
@NullMarked
package dev.siyu.engine;

import org.jspecify.annotations.NullMarked;
