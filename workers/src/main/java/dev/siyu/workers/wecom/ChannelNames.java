package dev.siyu.workers.wecom;

import dev.siyu.channels.Channels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the name of the source channel into a designer's text. */
@Component
final class ChannelNames {

  private final Channels channels;

  ChannelNames(Channels channels) {
    this.channels = channels;
  }

  String fill(String text, @Nullable String channel) {
    return text.contains("{channel}")
        ? text.replace("{channel}", channels.ofState(channel).name())
        : text;
  }
}
