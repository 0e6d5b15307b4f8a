/** Steps of fission (裂变): poster, rewards, the end of the watch. */
@NullMarked
package dev.siyu.workers.fission;

import org.jspecify.annotations.NullMarked;
