/** What WeCom (企业微信) and WeChat Store (微信小店) have in common: sealed callbacks, tokens, calls. */
@NullMarked
package dev.siyu.wechat;

import org.jspecify.annotations.NullMarked;
