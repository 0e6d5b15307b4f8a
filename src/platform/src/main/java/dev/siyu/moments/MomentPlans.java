package dev.siyu.moments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans moments and tells how they fare. */
public interface MomentPlans {

  /**
   * What somebody wants published.
   *
   * @param content key of an approved piece of kind MOMENTS
   * @param accounts members who are to publish it
   * @param tags customers with one of them may see it; empty: all customers of the accounts
   * @param publishAt when members are asked; in quiet hours it waits for their end
   */
  record Order(String content, List<String> accounts, List<String> tags, Instant publishAt) {}

  /**
   * Whom it would reach as things are now.
   *
   * @param customers different customers
   * @param atCap of them have as many moments that day as they may see
   * @param moved publishAt after the quiet hours, null when it need not move
   */
  record Preview(String text, int customers, int atCap, @Nullable Instant moved) {}

  /** A piece, an account or a tag to choose from; {@code count}: customers. */
  record Choice(String key, String name, int count) {}

  record Choices(List<Choice> pieces, List<Choice> accounts, List<Choice> tags) {}

  /**
   * A moment in the list.
   *
   * @param asked members who are or were to publish it, without those left out
   * @param viewers customers who see it, as WeCom tells
   */
  record View(
      long id,
      String content,
      @Nullable Integer version,
      @Nullable String said,
      List<String> tags,
      Instant publishAt,
      MomentState state,
      @Nullable String rule,
      @Nullable String note,
      String plannedBy,
      @Nullable Instant openedAt,
      @Nullable Instant lookedUpAt,
      @Nullable Instant endedAt,
      int reminders,
      @Nullable Instant leadToldAt,
      int asked,
      int leftOut,
      int published,
      int viewers,
      int likes,
      int comments) {}

  record Sender(
      String staffUserId,
      String state,
      @Nullable String reason,
      @Nullable Instant publishedAt,
      int viewers,
      int likes,
      int comments) {}

  record Event(Instant at, String what, @Nullable String who, @Nullable String note) {}

  record Detail(View view, List<Sender> senders, List<Event> events) {}

  /**
   * The company's moments of this calendar month.
   *
   * @param most moments a month (WeCom: doc 95094)
   * @param freeAt when the next month begins
   */
  record Quota(int created, int most, Instant freeAt) {}

  Choices choices();

  Quota quota();

  Preview preview(Order order);

  /** Answers its number; throws {@link MomentRefused} when a rule speaks against it now. */
  long plan(Order order, String who);

  /** The newest 100. */
  List<View> all();

  Optional<Detail> find(long id);

  /**
   * Stops it: before its creation at once, afterwards as soon as WeCom confirms; what is published
   * stays. Throws {@link MomentRefused} when it ended.
   */
  void cancel(long id, String reason, String who);
}
