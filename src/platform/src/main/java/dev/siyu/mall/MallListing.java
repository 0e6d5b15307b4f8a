package dev.siyu.mall;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mall says happened, asked by us: finds what its callbacks did not bring. */
public interface MallListing {

  /**
   * Something listed.
   *
   * @param body what goes into the inbox if we have not heard of it
   */
  record Item(boolean refund, String id, String subject, String type, Instant at, byte[] body) {}

  /**
   * @param next where to go on, null at the end
   */
  record Page(List<Item> items, @Nullable String next) {}

  String source();

  /** True while it does not answer and is left alone. */
  boolean isDown();

  /** Whether a listed item that we do not know is worth telling: unpaid orders are not. */
  default boolean counts(Item item) {
    return true;
  }

  /** Paid orders and refunds changed in [from, until), page by page. */
  CallResult<Page> happened(Instant from, Instant until, @Nullable String cursor);
}
