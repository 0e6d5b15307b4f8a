/** Speaks to malls: signed webhooks in, coupons and order queries out. */
@NullMarked
package dev.siyu.mall;

import org.jspecify.annotations.NullMarked;
