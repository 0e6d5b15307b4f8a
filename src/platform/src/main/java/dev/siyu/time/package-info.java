/** One clock for everybody, and the work that falls due on it. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
