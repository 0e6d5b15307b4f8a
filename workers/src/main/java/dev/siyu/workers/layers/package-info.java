/** Steps about layers (层级) and the core circle (核心圈). */
@NullMarked
package dev.siyu.workers.layers;

import org.jspecify.annotations.NullMarked;
