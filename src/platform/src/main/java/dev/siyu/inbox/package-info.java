/** Takes in what WeCom and the mall tell us, each event once, and lets it have its one effect. */
@NullMarked
package dev.siyu.inbox;

import org.jspecify.annotations.NullMarked;
