/** Turns many small writes that arrive together into one commit. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.batching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
