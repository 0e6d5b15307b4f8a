package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.PostFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members who publish moments: by themselves after a while, or on their page. */
public final class PostDesk {

  private final Journal journal;
  private final Posts posts;
  private final Contacts contacts;
  private final WeComSettings settings;

  PostDesk(Journal journal, Posts posts, Contacts contacts, WeComSettings settings) {
    this.journal = journal;
    this.posts = posts;
    this.contacts = contacts;
    this.settings = settings;
  }

  /** When the next member publishes without anybody's doing; null when none will. */
  public @Nullable Instant nextDue() {
    return journal.read(
        () -> posts.dues().stream().map(Posts.Due::at).min(Comparator.naturalOrder()).orElse(null));
  }

  public void publishDue() {
    List<Posts.Due> due =
        journal.read(
            () -> posts.dues().stream().filter(one -> !one.at().isAfter(journal.now())).toList());
    due.forEach(one -> publish(one.post().created().momentId(), one.staffUserId()));
  }

  /** The member presses publish; false when there is nothing to publish. */
  public boolean publish(String momentId, String staffUserId) {
    return journal.write(draft -> published(momentId, staffUserId, draft));
  }

  private boolean published(String momentId, String staff, Draft draft) {
    Post post = posts.find(momentId, draft.at());
    if (post == null || !post.open(staff)) {
      return false;
    }
    LocalDate day = LocalDate.ofInstant(draft.at(), settings.zone());
    List<String> viewers =
        PostReads.audience(contacts, post, staff).stream()
            .filter(customer -> posts.seenOn(customer, day) < settings.moments().seenPerDay())
            .toList();
    draft.record(new PostFact.Published(momentId, staff, viewers));
    viewers.stream()
        .filter(customer -> likes(post, customer))
        .forEach(customer -> draft.record(new PostFact.Reacted(momentId, staff, customer, null)));
    return true;
  }

  private boolean likes(Post post, String customer) {
    String hex = Hashes.of(customer + post.created().text()).substring(0, 12);
    return Long.parseUnsignedLong(hex, 16) % 100 < settings.moments().likePercent();
  }

  /** A customer likes ({@code comment} absent) or comments on what they see; new once of each. */
  public boolean react(JsonNode told, Draft draft) {
    String momentId = Json.required(told, "momentId");
    String staff = Json.required(told, "staffUserId");
    String customer = Json.required(told, "externalUserId");
    String comment = Json.textOrNull(told, "comment");
    Post post = posts.find(momentId, draft.at());
    if (post == null
        || !sees(post, staff, customer)
        || hasReacted(post, staff, customer, comment)) {
      return false;
    }
    draft.record(new PostFact.Reacted(momentId, staff, customer, comment));
    return true;
  }

  private static boolean sees(Post post, String staff, String customer) {
    Post.Published done = post.published().get(staff);
    return done != null && Set.copyOf(done.viewers()).contains(customer);
  }

  private static boolean hasReacted(
      Post post, String staff, String customer, @Nullable String comment) {
    return post.reactions(staff).stream()
        .anyMatch(
            one ->
                one.externalUserId().equals(customer)
                    && (one.comment() == null) == (comment == null));
  }
}
