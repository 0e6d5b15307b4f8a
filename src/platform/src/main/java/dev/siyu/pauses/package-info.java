/** Holds journeys back (暂停) until somebody lets them go on. */
@NullMarked
package dev.siyu.pauses;

import org.jspecify.annotations.NullMarked;
