/** Steps of approvals (审批): limits, levels, reminders and the end. */
@NullMarked
package dev.siyu.workers.approvals;

import org.jspecify.annotations.NullMarked;
