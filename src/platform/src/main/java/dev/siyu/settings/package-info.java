/** Refuses settings that are out of their bounds. */
@NullMarked
package dev.siyu.settings;

import org.jspecify.annotations.NullMarked;
