/** Tells what a file from outside is, and what it may be called. */
@NullMarked
package dev.siyu.files;

import org.jspecify.annotations.NullMarked;
