/**
 * Decides whether a customer may be contacted now, and remembers every touch asked for, made or
 * refused.
 */
@NullMarked
package dev.siyu.touchpoints;

import org.jspecify.annotations.NullMarked;
