package dev.siyu.content;

import dev.siyu.TestRooms;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.wecom.MediaUploads;
import java.util.Map;

/** The room alone: nobody listens to the pipeline unless a test does, WeCom is a fake. */
final class ContentRoom {

  static TestRooms open(JourneyMessages messages) {
    return open(messages, new FakeUploads());
  }

  static TestRooms open(JourneyMessages messages, MediaUploads uploads) {
    return TestRooms.open(
        Map.of(),
        context -> {
          context.registerBean(JourneyMessages.class, () -> messages);
          context.registerBean(MediaUploads.class, () -> uploads);
        },
        "content");
  }

  private ContentRoom() {}
}
