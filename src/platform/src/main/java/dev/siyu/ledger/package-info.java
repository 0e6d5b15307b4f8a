/** Keeps the double-entry book of whose revenue each cent is; nothing in it is ever changed. */
@NullMarked
package dev.siyu.ledger;

import org.jspecify.annotations.NullMarked;
