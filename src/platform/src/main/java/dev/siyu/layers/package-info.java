/** Sorts customers into layers (层级) by what they bought, and keeps the core circle (核心圈). */
@NullMarked
package dev.siyu.layers;

import org.jspecify.annotations.NullMarked;
