/**
 * Knows where customers come from: source channels, live codes (渠道活码), hooks (钩子) and the staff
 * behind them.
 */
@NullMarked
package dev.siyu.channels;

import org.jspecify.annotations.NullMarked;
