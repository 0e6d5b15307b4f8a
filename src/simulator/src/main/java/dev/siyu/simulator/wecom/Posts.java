package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.PostFact;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.TouchFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All moments of the corp. Guarded by the journal's lock. */
public final class Posts implements Projection {

  /** App messages with this word remind a member of moments to publish. */
  private static final String WORD = "朋友圈";

  /** A member who will publish by themselves. */
  record Due(Post post, String staffUserId, Instant at) {}

  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Map<String, String> momentOfJob = new HashMap<>();
  private final Map<String, Instant> reminded = new HashMap<>();
  private final Map<String, Map<LocalDate, Integer>> seen = new HashMap<>();
  private final WeComSettings settings;

  Posts(WeComSettings settings) {
    this.settings = settings;
  }

  public Collection<Post> all() {
    return posts.values();
  }

  /** Once it is built; before, WeCom does not know the id. */
  public @Nullable Post find(String momentId, Instant now) {
    Post post = posts.get(momentId);
    return post == null || isBuilding(post, now) ? null : post;
  }

  @Nullable Post ofJob(String jobId) {
    String momentId = momentOfJob.get(jobId);
    return momentId == null ? null : posts.get(momentId);
  }

  boolean isBuilding(Post post, Instant now) {
    return now.isBefore(post.at().plus(settings.moments().jobTakes()));
  }

  /** Being handed to the members: the reads answer 41079. */
  boolean isDispatched(Post post, Instant now) {
    return !now.isBefore(readyAt(post));
  }

  private Instant readyAt(Post post) {
    return post.at().plus(settings.moments().jobTakes()).plus(settings.moments().dispatchTakes());
  }

  int seenOn(String customer, LocalDate day) {
    return seen.getOrDefault(customer, Map.of()).getOrDefault(day, 0);
  }

  /** Members who will publish without anybody's doing, each with the moment. */
  List<Due> dues() {
    List<Due> dues = new ArrayList<>();
    for (Post post : posts.values()) {
      if (!post.cancelled()) {
        post.created().senders().stream()
            .filter(post::open)
            .map(staff -> due(post, staff))
            .filter(Objects::nonNull)
            .forEach(dues::add);
      }
    }
    return dues;
  }

  private @Nullable Due due(Post post, String staff) {
    Instant asked = reminded.get(staff);
    Instant since = asked == null || asked.isBefore(post.at()) ? null : asked;
    Instant at = settings.staff().confirmsAt(asTask(post, staff), since);
    if (at == null) {
      return null;
    }
    Instant ready = readyAt(post);
    return new Due(post, staff, at.isBefore(ready) ? ready : at);
  }

  /** So that members are as lazy with moments as with mass sends. */
  private static StaffTask asTask(Post post, String staff) {
    return new StaffTask(
        post.created().momentId(),
        staff,
        post.created().text(),
        List.of(),
        false,
        post.at(),
        null,
        null,
        false);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof TouchFact.AppMessageReceived told && told.text().contains(WORD)) {
      reminded.put(told.staffUserId(), moment.at());
    }
    if (!(fact instanceof PostFact told)) {
      return;
    }
    if (told instanceof PostFact.Created created) {
      posts.put(created.momentId(), new Post(created, moment.at()));
      momentOfJob.put(created.jobId(), created.momentId());
    }
    if (told instanceof PostFact.Published published) {
      LocalDate day = LocalDate.ofInstant(moment.at(), settings.zone());
      published
          .viewers()
          .forEach(
              customer ->
                  seen.computeIfAbsent(customer, c -> new HashMap<>(2))
                      .merge(day, 1, Integer::sum));
    }
    Post post = posts.get(told.momentId());
    if (post != null) {
      post.apply(told, moment.at());
    }
  }
}
