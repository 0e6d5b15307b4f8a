/** A WeCom (企业微信) and a mall that answer, call back and fail like the real ones. */
@NullMarked
package dev.siyu.simulator;

import org.jspecify.annotations.NullMarked;
