/** Speaks WeCom (企业微信): its calls, its limits, its encrypted callbacks. */
@NullMarked
package dev.siyu.wecom;

import org.jspecify.annotations.NullMarked;
