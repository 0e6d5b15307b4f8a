/** The funnel's order. */
export const STAGES = ['POTENTIAL', 'SEED', 'FIRST_ORDER', 'REPURCHASE', 'CORE', 'DORMANT', 'LOST'];
