package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.Enclosures;
import dev.siyu.wecom.Attachment;
import java.util.List;
import org.springframework.stereotype.Component;

/** The attachments of contents, for whoever gives a message to another staff member. */
@Component
class ContentEnclosures implements Enclosures {

  private final Contents contents;

  ContentEnclosures(Contents contents) {
    this.contents = contents;
  }

  @Override
  public CallResult<List<Attachment>> of(String content, int version) {
    return contents.attachments(content, version);
  }
}
