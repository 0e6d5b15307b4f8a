/** Reads XML from outside; the only place in the product that creates an XML parser. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.siyu.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
