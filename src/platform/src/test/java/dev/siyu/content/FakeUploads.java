package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.MediaUploads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts uploads and gives each a new id. */
final class FakeUploads implements MediaUploads {

  final List<String> names = new ArrayList<>();
  boolean down;

  @Override
  public CallResult<Uploaded> upload(Type type, String fileName, byte[] bytes) {
    names.add(type + " " + fileName);
    return down
        ? new CallResult.Retryable<>("-1", "busy", Duration.ofSeconds(1))
        : new CallResult.Ok<>(new Uploaded("wx-" + names.size(), Instant.EPOCH));
  }
}
