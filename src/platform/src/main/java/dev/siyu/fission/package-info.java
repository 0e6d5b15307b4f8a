/**
 * Fission (裂变): inviters with codes of their own, helpers screened, rewards paid once and taken
 * back.
 */
@NullMarked
package dev.siyu.fission;

import org.jspecify.annotations.NullMarked;
