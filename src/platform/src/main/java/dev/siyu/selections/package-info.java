/** Chooses the products of a season (选品): candidates, checks, sign-off, effect, review. */
@NullMarked
package dev.siyu.selections;

import org.jspecify.annotations.NullMarked;
