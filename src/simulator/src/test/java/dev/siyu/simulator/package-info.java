/** Speaks to a running simulator over HTTP, as the app would. */
@NullMarked
package dev.siyu.simulator;

import org.jspecify.annotations.NullMarked;
