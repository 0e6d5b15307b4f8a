package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.MediaFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Temporary media (临时素材, doc 90253): upload, and what becomes of ids after 3 days. */
final class Media implements Projection {

  private static final int LEAST_BYTES = 5;
  private static final Map<String, List<String>> MAGIC =
      Map.of("image", List.of("ffd8ff", "89504e47"), "video", List.of("66747970"));

  private final Map<String, MediaFact.Uploaded> media = new HashMap<>();
  private final Set<String> forMoments = new HashSet<>();
  private final MediaLimits limits;

  Media(MediaLimits limits) {
    this.limits = limits;
  }

  Reply upload(Asked asked, Draft draft) {
    String type = asked.text("type", "mediaType");
    long bytes = Json.whole(asked.body(), "length", 0);
    asked.keys().put("bytes", String.valueOf(bytes));
    int most = most(type);
    if (most == 0) {
      return refused(Codes.INVALID_MEDIA_TYPE, "invalid media type");
    }
    if (bytes <= LEAST_BYTES || bytes > most) {
      return refused(Codes.INVALID_MEDIA_SIZE, "invalid media size");
    }
    if (!looksLike(type, Json.text(asked.body(), "head"))) {
      return refused(Codes.INVALID_FILE_TYPE, "invalid file type");
    }
    String id = Ids.random("3media");
    asked.keys().put("mediaId", id);
    draft.record(
        new MediaFact.Uploaded(
            id, type, Json.text(asked.body(), "filename"), bytes, draft.at().plus(limits.life())));
    return Reply.ok(
        Map.of(
            "type", type,
            "media_id", id,
            "created_at", String.valueOf(draft.at().getEpochSecond())));
  }

  /** upload_attachment (doc 95098): for moments, attachment_type 1. */
  Reply uploadForMoments(Asked asked, Draft draft) {
    String type = asked.text("type", "mediaType");
    long bytes = Json.whole(asked.body(), "length", 0);
    if (!Json.text(asked.body(), "scene").equals("1") || type.equals("file")) {
      return refused(Codes.WRONG_SCENE, "invalid media_type or attachment_type");
    }
    if (bytes > most(type)) {
      return refused(Codes.ATTACHMENT_TOO_LARGE, "attachment size out of limit");
    }
    Reply reply = upload(asked, draft);
    Object id = reply.fields().get("media_id");
    if (id != null) {
      draft.record(new MediaFact.ForMoments(id.toString()));
    }
    return reply;
  }

  /** What speaks against the attachments of a moment: 9 images, or one video, or one link. */
  @Nullable Reply postRefusal(JsonNode attachments, Instant now) {
    List<String> types =
        attachments.valueStream().map(one -> Json.text(one, "msgtype")).distinct().toList();
    if (types.size() > 1 || !List.of("image", "video", "link").containsAll(types)) {
      return refused(Codes.INVALID_ATTACHMENT, "invalid attachments msgtype");
    }
    if (attachments.size() > (types.contains("image") ? limits.attachments() : 1)) {
      return refused(Codes.TOO_MANY_ATTACHMENTS, "attachments count out of limit");
    }
    for (JsonNode one : attachments) {
      String id = Json.text(one.path(types.getFirst()), "media_id");
      MediaFact.Uploaded known = media.get(id);
      if (known == null || !known.expiresAt().isAfter(now)) {
        return refused(Codes.INVALID_MEDIA, "invalid media_id");
      }
      if (!forMoments.contains(id)) {
        return refused(Codes.WRONG_SCENE, "media_id is not an attachment for moments");
      }
    }
    return null;
  }

  /** Lets a message through whose attachments are good. */
  Api checking(Api api) {
    return (asked, draft) -> {
      Reply no = refusal(asked.body().path("attachments"), draft.at());
      return no == null ? api.answer(asked, draft) : no;
    };
  }

  private @Nullable Reply refusal(JsonNode attachments, Instant now) {
    if (attachments.size() > limits.attachments()) {
      return refused(Codes.INVALID_PARAMETER, "at most " + limits.attachments() + " attachments");
    }
    for (JsonNode attachment : attachments) {
      String type = Json.text(attachment, "msgtype");
      JsonNode content = attachment.path(type);
      String id = Json.text(content, type.equals("miniprogram") ? "pic_media_id" : "media_id");
      if (type.equals("link") && id.isEmpty()) {
        continue;
      }
      MediaFact.Uploaded known = media.get(id);
      if (known == null || !known.expiresAt().isAfter(now)) {
        return refused(Codes.INVALID_MEDIA, "invalid media_id");
      }
    }
    return null;
  }

  private int most(String type) {
    return switch (type) {
      case "image" -> limits.imageBytes();
      case "video" -> limits.videoBytes();
      case "file" -> limits.fileBytes();
      default -> 0;
    };
  }

  /** An MP4 says ftyp behind its first four bytes. */
  private static boolean looksLike(String type, String head) {
    String mark = type.equals("video") ? head.substring(Math.min(8, head.length())) : head;
    return MAGIC.getOrDefault(type, List.of("")).stream().anyMatch(mark::startsWith);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof MediaFact.Uploaded uploaded) {
      media.put(uploaded.mediaId(), uploaded);
    }
    if (fact instanceof MediaFact.ForMoments one) {
      forMoments.add(one.mediaId());
    }
  }
}
