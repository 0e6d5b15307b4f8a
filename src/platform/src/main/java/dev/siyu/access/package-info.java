/** Knows the people who use Siyu, their departments and their roles. */
@NullMarked
package dev.siyu.access;

import org.jspecify.annotations.NullMarked;
