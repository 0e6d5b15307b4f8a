/** Steps of disputes (争议): parties, reminders, ruling. */
@NullMarked
package dev.siyu.workers.disputes;

import org.jspecify.annotations.NullMarked;
