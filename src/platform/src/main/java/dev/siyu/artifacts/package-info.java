/**
 * What people write beside drawings - expressions, decision tables, forms - and what is refused.
 */
@NullMarked
package dev.siyu.artifacts;

import org.jspecify.annotations.NullMarked;
