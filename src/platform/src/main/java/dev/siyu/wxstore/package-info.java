/** Speaks WeChat Store (微信小店): its sealed callbacks, its orders and after-sales. */
@NullMarked
package dev.siyu.wxstore;

import org.jspecify.annotations.NullMarked;
