/** Steps that WeCom (企业微信) carries out. */
@NullMarked
package dev.siyu.workers.wecom;

import org.jspecify.annotations.NullMarked;
