package dev.siyu.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What WeCom tells of the tags our customers wear; our own marks go through {@link Customers}. */
public interface CustomerTags {

  /**
   * The tags we know of a contact.
   *
   * @param version raised by every change
   * @param markedAt when we marked tags last, null for never
   */
  record Worn(CustomerId customer, long version, Set<String> tags, @Nullable Instant markedAt) {}

  Optional<Worn> worn(String externalUserId);

  /**
   * Takes over what WeCom showed; false, without effect, when the tags changed since {@code before}
   * was read: what was fetched may be older than that change.
   */
  boolean seen(Worn before, Set<String> shown, Instant at);

  /** A tag got another name for everybody who wears it. */
  void renamed(String from, String to);

  /** A tag is gone for everybody who wore it. */
  void gone(String tag);

  /** External user ids of all who are somebody's contact now. */
  List<String> contacts();
}
