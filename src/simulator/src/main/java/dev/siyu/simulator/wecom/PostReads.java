package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What WeCom tells about moments (docs 93333): who published, who sees it, who reacted. */
final class PostReads {

  private static final long MOST_SPAN = Duration.ofDays(30).toSeconds();

  /** A moment, and the member asked about if it is about one. */
  private interface Told {
    Reply of(Post post);
  }

  private final Posts posts;
  private final Contacts contacts;

  PostReads(Posts posts, Contacts contacts) {
    this.posts = posts;
    this.contacts = contacts;
  }

  /** The member's customers who wear one of the tags; all of them when none is named. */
  static List<String> audience(Contacts contacts, Post post, String staff) {
    List<String> tags = post.created().tagIds();
    return contacts.all().stream()
        .map(contact -> Map.entry(contact.externalUserId(), friend(contact, staff)))
        .filter(one -> one.getValue().isPresent())
        .filter(
            one ->
                tags.isEmpty() || one.getValue().get().tagIds().stream().anyMatch(tags::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Optional<Friendship> friend(Contact contact, String staff) {
    return Optional.ofNullable(contact.friendships().get(staff));
  }

  /** All of the corp within at most 30 days, oldest first. */
  Reply list(Asked asked, Draft draft) {
    long from = Json.whole(asked.body(), "start_time", 0);
    long until = Json.whole(asked.body(), "end_time", 0);
    if (from <= 0 || until < from || until - from > MOST_SPAN) {
      return refused(Codes.INVALID_PARAMETER, "start_time to end_time: at most 30 days");
    }
    List<Map<String, Object>> all =
        posts.all().stream()
            .filter(post -> !posts.isBuilding(post, draft.at()))
            .filter(
                post -> post.at().getEpochSecond() >= from && post.at().getEpochSecond() <= until)
            .map(PostReads::shown)
            .toList();
    return page(asked, all, "moment_list", 20);
  }

  private static Map<String, Object> shown(Post post) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("moment_id", post.created().momentId());
    shown.put("create_time", post.at().getEpochSecond());
    shown.put("create_type", 0);
    shown.put("visible_type", post.created().tagIds().isEmpty() ? 1 : 0);
    shown.put("text", Map.of("content", post.created().text()));
    return shown;
  }

  Reply senders(Asked asked, Draft draft) {
    return known(
        asked,
        draft,
        post -> {
          List<Map<String, Object>> all =
              post.created().senders().stream()
                  .<Map<String, Object>>map(
                      staff ->
                          Map.of(
                              "userid",
                              staff,
                              "publish_status",
                              post.published().containsKey(staff) ? "1" : "0"))
                  .toList();
          return page(asked, all, "task_list", 1_000);
        });
  }

  Reply audience(Asked asked, Draft draft) {
    return known(
        asked,
        draft,
        post -> {
          String staff = asked.text("userid", "staffUserId");
          return post.created().senders().contains(staff)
              ? page(
                  asked, customers(audience(contacts, post, staff), staff), "customer_list", 1_000)
              : refused(Codes.NOT_A_SENDER, "the moment is not of this userid");
        });
  }

  Reply viewers(Asked asked, Draft draft) {
    return ofMember(
        asked,
        draft,
        (post, staff) -> {
          Post.Published done = Objects.requireNonNull(post.published().get(staff));
          return page(asked, customers(done.viewers(), staff), "customer_list", 5_000);
        });
  }

  Reply comments(Asked asked, Draft draft) {
    return ofMember(
        asked,
        draft,
        (post, staff) -> {
          List<Post.Reaction> all = post.reactions(staff);
          return Reply.ok(
              Map.of(
                  "comment_list",
                  all.stream().filter(one -> one.comment() != null).map(PostReads::shown).toList(),
                  "like_list",
                  all.stream()
                      .filter(one -> one.comment() == null)
                      .map(PostReads::shown)
                      .toList()));
        });
  }

  private static Map<String, Object> shown(Post.Reaction one) {
    return Map.of(
        "external_userid", one.externalUserId(), "create_time", one.at().getEpochSecond());
  }

  private Reply ofMember(Asked asked, Draft draft, BiFunction<Post, String, Reply> told) {
    return known(
        asked,
        draft,
        post -> {
          String staff = asked.text("userid", "staffUserId");
          if (!post.created().senders().contains(staff)) {
            return refused(Codes.NOT_A_SENDER, "the moment is not of this userid");
          }
          return post.published().containsKey(staff)
              ? told.apply(post, staff)
              : refused(Codes.NOT_PUBLISHED, "not published by this userid");
        });
  }

  private Reply known(Asked asked, Draft draft, Told told) {
    String momentId = asked.text("moment_id", "momentId");
    @Nullable Post post = posts.find(momentId, draft.at());
    if (post == null) {
      return momentId.isEmpty()
          ? refused(Codes.MISSING_POST, "missing moment_id")
          : refused(Codes.INVALID_POST, "invalid moment_id");
    }
    return posts.isDispatched(post, draft.at())
        ? told.of(post)
        : refused(Codes.BEING_DISPATCHED, "moment is being dispatched");
  }

  private static List<Map<String, Object>> customers(List<String> customers, String staff) {
    List<Map<String, Object>> all = new ArrayList<>();
    customers.forEach(one -> all.add(Map.of("external_userid", one, "userid", staff)));
    return all;
  }

  private static Reply page(Asked asked, List<Map<String, Object>> all, String name, int most) {
    String cursor = Json.text(asked.body(), "cursor");
    if (!cursor.matches("\\d{0,9}")) {
      return refused(Codes.INVALID_PARAMETER, "invalid cursor");
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int limit = (int) Math.clamp(Json.whole(asked.body(), "limit", most), 1, most);
    int end = Math.min(from + limit, all.size());
    List<Map<String, Object>> page =
        IntStream.range(Math.min(from, end), end).mapToObj(all::get).toList();
    return Reply.ok(Map.of("next_cursor", end < all.size() ? String.valueOf(end) : "", name, page));
  }
}
