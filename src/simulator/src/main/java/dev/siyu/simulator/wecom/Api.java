package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Draft;

/** One WeCom API; called under the journal's lock. */
@FunctionalInterface
interface Api {
  Reply answer(Asked asked, Draft draft);
}
