package dev.siyu.customers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids of a person, who is suspected to be the same, and merging and taking apart by hand. */
public interface CustomerIdentities {

  /**
   * An id of another system.
   *
   * @param kind wecom, union or {@code <mall>:open}
   * @param origin customer it was learnt under; another one than the page's after a merge
   */
  record Identity(String kind, String value, CustomerId origin, Instant learntAt) {}

  /**
   * A merge and, if so, its undoing.
   *
   * @param actor null when an id proved it
   */
  record Merge(
      long id,
      CustomerId gone,
      CustomerId kept,
      String why,
      @Nullable String actor,
      Instant at,
      @Nullable Instant separatedAt,
      @Nullable String separatedBy,
      @Nullable String separatedWhy) {}

  /** Somebody who may be the same person. {@code why}: PHONE, UNION or SEPARATED. */
  record Suggestion(long id, CustomerId other, String otherName, String why, Instant at) {}

  record Known(List<Identity> identities, List<Merge> merges, List<Suggestion> suggestions) {}

  Known of(CustomerId customer);

  /**
   * Makes one of two by a person's word; the one who is a WeCom contact stays.
   *
   * @throws IdentityRefused SIYU-3160 both are contacts, 3162 the same customer, 3163 unknown
   */
  CustomerId merge(CustomerId one, CustomerId other, String actor, String reason);

  /**
   * Takes a merge apart: everything that came with the one who went goes back. Ids that would merge
   * them again only make a suggestion from now on.
   *
   * @throws IdentityRefused SIYU-3161 no such merge of this customer, undone already, or it lies
   *     under a later one
   */
  void separate(CustomerId customer, long mergeId, String actor, String reason);

  /**
   * Says that a suggestion is wrong.
   *
   * @throws IdentityRefused SIYU-3164 when it is not open (any more)
   */
  void dismiss(CustomerId customer, long suggestionId, String actor, String reason);
}
