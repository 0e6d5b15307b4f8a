package dev.siyu.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a staff member is asked to do by hand.
 *
 * @param root id of the first task of a chain of hand-overs; the journey waits for it
 * @param customerId null when it concerns no customer
 * @param tellLead whether the lead hears when it expires
 * @param remindAt when the member is reminded; null: was, or is not
 * @param until when a postponed task comes back
 */
public record StaffTask(
    long id,
    long root,
    String staffUserId,
    @Nullable String customerId,
    String journey,
    String step,
    String title,
    String content,
    boolean tellLead,
    StaffTaskState state,
    Instant createdAt,
    Instant deadline,
    @Nullable Instant remindAt,
    @Nullable Instant until) {}
