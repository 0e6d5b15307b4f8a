package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.PostFact;
import dev.siyu.simulator.journal.StaffFact.MemberState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** add_moment_task, get_moment_task_result, cancel_moment_task (docs 95094, 97612). */
final class PostApi {

  private static final int MOST_CHARACTERS = 2_000;
  private static final Duration JOB_LIVES = Duration.ofHours(24);

  private final Posts posts;
  private final Media media;
  private final Tags tags;
  private final Members members;
  private final Contacts contacts;
  private final PostLimits limits;
  private final WeComSettings settings;
  private final Windows perMinute;

  PostApi(
      Posts posts,
      Media media,
      Tags tags,
      Members members,
      Contacts contacts,
      WeComSettings settings) {
    this.posts = posts;
    this.media = media;
    this.tags = tags;
    this.members = members;
    this.contacts = contacts;
    this.limits = settings.moments();
    this.settings = settings;
    this.perMinute = new Windows(60, limits.callsPerMinute());
  }

  /** Starts a job; nothing is published before members do it. */
  Reply create(Asked asked, Draft draft) {
    Reply no = refusal(asked, draft.at());
    if (no != null) {
      return no;
    }
    JsonNode range = asked.body().path("visible_range");
    List<String> wanted = Json.texts(range.path("sender_list"), "user_list");
    List<String> wantedTags = Json.texts(range.path("external_contact_list"), "tag_list");
    List<String> asking = wanted.isEmpty() ? everybody() : wanted;
    List<String> fit = asking.stream().filter(this::works).toList();
    List<String> fitTags = wantedTags.stream().filter(tags::knows).toList();
    String momentId = Ids.random("mom");
    String jobId = Ids.random("job");
    List<String> attached = new ArrayList<>();
    asked.body().path("attachments").forEach(one -> attached.add(Json.text(one, "msgtype")));
    asked.keys().put("jobId", jobId);
    asked.keys().put("senders", String.join(",", wanted));
    draft.record(
        new PostFact.Created(
            momentId,
            jobId,
            asked.content(),
            attached,
            fit,
            fitTags,
            asking.stream().filter(one -> !fit.contains(one)).toList(),
            wantedTags.stream().filter(one -> !fitTags.contains(one)).toList()));
    return Reply.ok(Map.of("jobid", jobId));
  }

  private @Nullable Reply refusal(Asked asked, Instant now) {
    if (!perMinute.take("add_moment_task", now) || inMonth(now) >= limits.perMonth()) {
      return refused(Codes.TOO_OFTEN, "api freq out of limit");
    }
    String text = asked.content();
    JsonNode attachments = asked.body().path("attachments");
    if (text.isEmpty() && attachments.isEmpty()) {
      return refused(Codes.EMPTY_POST, "text and attachments are both empty");
    }
    if (text.length() > MOST_CHARACTERS) {
      return refused(Codes.INVALID_PARAMETER, "invalid text size");
    }
    long jobs = posts.all().stream().filter(post -> posts.isBuilding(post, now)).count();
    return jobs >= limits.jobs()
        ? refused(Codes.TOO_MANY_JOBS, "too many moment jobs under way")
        : media.postRefusal(attachments, now);
  }

  /** How far the job is: 2 under way, 3 done; known for 24 hours. */
  Reply job(Asked asked, Draft draft) {
    Post post = posts.ofJob(asked.text("jobid", "jobId"));
    if (post == null || draft.at().isAfter(post.at().plus(JOB_LIVES))) {
      return refused(Codes.INVALID_PARAMETER, "invalid jobid");
    }
    if (posts.isBuilding(post, draft.at())) {
      return Reply.ok(Map.of("status", 2, "type", "add_moment_task"));
    }
    PostFact.Created created = post.created();
    boolean nobody = created.senders().isEmpty();
    Map<String, Object> result =
        Map.of(
            "errcode", nobody ? Codes.INVALID_USER : 0,
            "errmsg", nobody ? "invalid userid" : "ok",
            "moment_id", nobody ? "" : created.momentId(),
            "invalid_sender_list",
                Map.of("user_list", created.invalidSenders(), "department_list", List.of()),
            "invalid_external_contact_list", Map.of("tag_list", created.invalidTagIds()));
    return Reply.ok(Map.of("status", 3, "type", "add_moment_task", "result", result));
  }

  /** Stops what is not published yet; what is published stays. */
  Reply cancel(Asked asked, Draft draft) {
    String momentId = asked.text("moment_id", "momentId");
    Post post = posts.find(momentId, draft.at());
    if (post == null) {
      return momentId.isEmpty()
          ? refused(Codes.MISSING_POST, "missing moment_id")
          : refused(Codes.INVALID_POST, "invalid moment_id");
    }
    if (!posts.isDispatched(post, draft.at())) {
      return refused(Codes.BEING_DISPATCHED, "moment is being dispatched");
    }
    if (post.anybodyOpen()) {
      draft.record(new PostFact.Cancelled(momentId));
    }
    return Reply.ok();
  }

  private boolean works(String userId) {
    return members.state(userId) == MemberState.ACTIVE;
  }

  private List<String> everybody() {
    var all = new TreeSet<String>();
    contacts.all().forEach(contact -> all.addAll(contact.friendships().keySet()));
    return List.copyOf(all);
  }

  private long inMonth(Instant now) {
    YearMonth month = YearMonth.from(now.atZone(settings.zone()));
    return posts.all().stream()
        .filter(post -> YearMonth.from(post.at().atZone(settings.zone())).equals(month))
        .count();
  }
}
