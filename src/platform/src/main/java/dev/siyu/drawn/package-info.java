/** The words of the drawings as constants, written by the build from {@code processes/}. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.drawn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
