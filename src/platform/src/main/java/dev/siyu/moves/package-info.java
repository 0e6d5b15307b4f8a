/** Moves customers who are inside a journey to another version (迁移), or ends their runs. */
@NullMarked
package dev.siyu.moves;

import org.jspecify.annotations.NullMarked;
