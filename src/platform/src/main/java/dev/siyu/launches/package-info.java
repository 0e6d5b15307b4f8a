/** Brings a version of a journey live (上线): asked, approved, tried on a part, watched, for all. */
@NullMarked
package dev.siyu.launches;

import org.jspecify.annotations.NullMarked;
