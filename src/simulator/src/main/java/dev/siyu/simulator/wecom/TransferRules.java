package dev.siyu.simulator.wecom;

import java.time.Duration;

/**
 * Rules of customer transfers (docs 92125, 94081).
 *
 * @param perCall customers in one call (100)
 * @param most transfers of one customer of a working member within {@code within} (2; 40128 beyond)
 * @param within (90 days)
 * @param takeOverAfter when the receiver takes over by itself (24 h)
 * @param refusePercent customers who refuse, chosen by a hash of both names
 * @param customersPerMember a member can have (20,000; customer_limit_exceed beyond)
 */
public record TransferRules(
    int perCall,
    int most,
    Duration within,
    Duration takeOverAfter,
    int refusePercent,
    int customersPerMember) {}
