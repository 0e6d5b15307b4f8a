package dev.siyu.channels;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/** Which welcome a channel says at what time of the day. */
final class Slices {

  /** The content of the slice a time falls into; {@code allDay} without slices. */
  static String contentAt(LocalTime time, List<ChannelDesk.Slice> slices, String allDay) {
    var latest = Comparator.comparing(ChannelDesk.Slice::begins);
    return slices.stream()
        .filter(slice -> !slice.begins().isAfter(time))
        .max(latest)
        .or(() -> slices.stream().max(latest)) // before the first slice the last one still holds
        .map(ChannelDesk.Slice::content)
        .orElse(allDay);
  }

  private Slices() {}
}
