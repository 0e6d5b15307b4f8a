/** Steps of the content pipeline (内容流水线). */
@NullMarked
package dev.siyu.workers.content;

import org.jspecify.annotations.NullMarked;
