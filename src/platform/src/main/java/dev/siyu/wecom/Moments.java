package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moments (朋友圈) that members are asked to publish (WeCom: docs 95094, 93333, 97612). WeCom has no
 * callback for them.
 */
public interface Moments {

  /** A file to show; WeCom knows it by id after {@link #upload}. */
  sealed interface Picture {
    record Image(String mediaId) implements Picture {}

    record Video(String mediaId) implements Picture {}

    record Link(String title, String url, String coverMediaId) implements Picture {}
  }

  /** How the asynchronous creation stands. */
  sealed interface Job {
    record UnderWay() implements Job {}

    /**
     * @param invalidSenders members WeCom does not let publish
     * @param invalidTags tag ids it does not know
     */
    record Done(String momentId, List<String> invalidSenders, List<String> invalidTags)
        implements Job {}

    record Failed(String code, String reason) implements Job {}
  }

  /** A like, or a comment (WeCom does not tell its words). */
  record Reaction(String externalUserId, boolean comment, Instant at) {}

  /**
   * An attachment for moments (upload_attachment, doc 95098); good for 3 days. Uploading again does
   * no harm.
   *
   * @param image otherwise a video
   */
  CallResult<String> upload(boolean image, String fileName, byte[] bytes);

  /**
   * Starts the creation; answers the job id, known to WeCom for 24 h. 10 calls a minute per corp
   * (45009), 41078 while too many are under way.
   *
   * @param text at most 2,000 characters; it or the pictures may be empty
   * @param pictures at most 9 images, or one video, or one link
   * @param tags customers with one of these corp tags (by name); empty: all
   */
  CallResult<String> create(
      String text, List<Picture> pictures, List<String> staffUserIds, List<String> tags);

  CallResult<Job> job(String jobId);

  /** The id of the corp's moment with exactly this text, created in that time; null: none. */
  CallResult<Lookup> find(String text, Instant from, Instant until);

  /** What a look at the list found. */
  record Lookup(@Nullable String momentId) {}

  /** Who is to publish it, and whether they did. 41079 shortly after the creation. */
  CallResult<Map<String, Boolean>> senders(String momentId);

  /** External user ids of the customers who see what the member published; 41062 before. */
  CallResult<List<String>> viewers(String momentId, String staffUserId);

  CallResult<List<Reaction>> reactions(String momentId, String staffUserId);

  /** Nobody can publish it any more; what is published stays. Repeating does no harm. */
  CallResult<Boolean> cancel(String momentId);
}
