/** The corp's tags (标签) in both directions: what we change at WeCom, what people change there. */
@NullMarked
package dev.siyu.tags;

import org.jspecify.annotations.NullMarked;
