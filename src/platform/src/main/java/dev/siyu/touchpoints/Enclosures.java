package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import java.util.List;

/** What goes along with a text; asked when a mass send is given to another staff member. */
public interface Enclosures {

  /** Attachments of that version of a content, with media ids that are good now. */
  CallResult<List<Attachment>> of(String content, int version);
}
