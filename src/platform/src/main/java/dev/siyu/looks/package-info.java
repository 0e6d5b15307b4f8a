/** Looks at every mall's list after a gap and brings what its callbacks did not (对账). */
@NullMarked
package dev.siyu.looks;

import org.jspecify.annotations.NullMarked;
