/** Drawings that people are still at: kept for each person, and others are warned. */
@NullMarked
package dev.siyu.drafts;

import org.jspecify.annotations.NullMarked;
