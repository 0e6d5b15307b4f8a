/** Speaks Youzan (有赞): its signed pushes, its trades and refunds. */
@NullMarked
package dev.siyu.youzan;

import org.jspecify.annotations.NullMarked;
