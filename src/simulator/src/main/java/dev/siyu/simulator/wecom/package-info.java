/** WeCom's side: contacts, welcomes, tags, live codes, mass sends, and its limits. */
@NullMarked
package dev.siyu.simulator.wecom;

import org.jspecify.annotations.NullMarked;
