/** The throw-away product a rehearsal is played in: started beside us, watched, deleted. */
@NullMarked
package dev.siyu.rehearsalroom;

import org.jspecify.annotations.NullMarked;
