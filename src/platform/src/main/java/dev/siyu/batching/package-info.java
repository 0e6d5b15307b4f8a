/** Turns many small writes into one commit, and lets one instance at a time work a queue. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.batching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
