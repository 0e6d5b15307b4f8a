/** What the tests of all workers share. */
@NullMarked
package dev.siyu;

import org.jspecify.annotations.NullMarked;
