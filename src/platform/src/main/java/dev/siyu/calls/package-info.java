/** How a call to the outside world can end. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
