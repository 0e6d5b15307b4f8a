/** The doors for WeCom and the mall: prove who you are, be stored, be answered. */
@NullMarked
package dev.siyu.callbacks;

import org.jspecify.annotations.NullMarked;
