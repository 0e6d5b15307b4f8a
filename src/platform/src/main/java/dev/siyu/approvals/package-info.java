/** Has people decide (审批): who may, until when, on what exactly, and remembers what they saw. */
@NullMarked
package dev.siyu.approvals;

import org.jspecify.annotations.NullMarked;
