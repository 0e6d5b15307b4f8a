/** Lets customers into journeys (进入旅程) at a chosen version, each once and never twice inside. */
@NullMarked
package dev.siyu.entries;

import org.jspecify.annotations.NullMarked;
