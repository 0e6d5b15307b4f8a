/** WeChat Store (微信小店) and Youzan (有赞): real paths, tokens, lists, limits. */
@NullMarked
package dev.siyu.simulator.shops;

import org.jspecify.annotations.NullMarked;
