package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a touchpoint may say. */
public interface Contents {

  /** The approved text under a key with its placeholders filled; empty when there is none. */
  default Optional<String> render(String key, Map<String, String> values) {
    return render(key, 0, values);
  }

  /**
   * As {@link #render(String, Map)}, of exactly that version, which was approved when the touch was
   * claimed; 0: the approved one of this moment.
   */
  Optional<String> render(String key, int version, Map<String, String> values);

  /** What that version carries beside its text, with media ids that are good now. */
  default CallResult<List<Attachment>> attachments(String key, int version) {
    return new CallResult.Ok<>(List.of());
  }
}
