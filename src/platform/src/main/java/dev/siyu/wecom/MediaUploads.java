package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Instant;

/** Uploads temporary media (临时素材, doc 90253): WeCom forgets them after 3 days. */
public interface MediaUploads {

  enum Type {
    IMAGE,
    VIDEO,
    FILE
  }

  /** The id that messages name, and when WeCom took it by its own clock (whole seconds). */
  record Uploaded(String mediaId, Instant at) {}

  /** Repeating it is harmless: an id nobody uses just expires. */
  CallResult<Uploaded> upload(Type type, String fileName, byte[] bytes);
}
