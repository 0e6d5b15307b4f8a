/** Measures Siyu against bare Zeebe and its peers, on one machine in one run. */
@NullMarked
package dev.siyu.bench;

import org.jspecify.annotations.NullMarked;
