/** The mall's side: orders, refunds, coupons. */
@NullMarked
package dev.siyu.simulator.mall;

import org.jspecify.annotations.NullMarked;
