package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.PostFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One moment and what its members and customers did. Guarded by the journal's lock. */
public final class Post {

  /** What a member published: when, and who sees it. */
  record Published(Instant at, List<String> viewers) {}

  /** A like, or a comment with its text. */
  record Reaction(String externalUserId, @Nullable String comment, Instant at) {}

  private final PostFact.Created created;
  private final Instant at;
  private final Map<String, Published> published = new LinkedHashMap<>();
  private final Map<String, List<Reaction>> reactions = new LinkedHashMap<>();
  private boolean cancelled;

  Post(PostFact.Created created, Instant at) {
    this.created = created;
    this.at = at;
  }

  public PostFact.Created created() {
    return created;
  }

  public Instant at() {
    return at;
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** Whether this member may still publish it. */
  public boolean open(String staffUserId) {
    return !cancelled
        && created.senders().contains(staffUserId)
        && !published.containsKey(staffUserId);
  }

  boolean anybodyOpen() {
    return created.senders().stream().anyMatch(this::open);
  }

  /** How many customers see what this member published; 0: not published. */
  public int viewers(String staffUserId) {
    Published done = published.get(staffUserId);
    return done == null ? 0 : done.viewers().size();
  }

  Map<String, Published> published() {
    return published;
  }

  List<Reaction> reactions(String staffUserId) {
    return reactions.getOrDefault(staffUserId, List.of());
  }

  void apply(PostFact fact, Instant moment) {
    switch (fact) {
      case PostFact.Created begun -> {}
      case PostFact.Published done ->
          published.put(done.staffUserId(), new Published(moment, done.viewers()));
      case PostFact.Cancelled stopped -> cancelled = true;
      case PostFact.Reacted one ->
          reactions
              .computeIfAbsent(one.staffUserId(), s -> new ArrayList<>())
              .add(new Reaction(one.externalUserId(), one.comment(), moment));
    }
  }
}
