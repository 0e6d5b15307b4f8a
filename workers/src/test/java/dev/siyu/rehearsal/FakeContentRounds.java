package dev.siyu.rehearsal;

import dev.siyu.content.ContentLibrary;
import dev.siyu.content.ContentRounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the content pipeline asked for. */
final class FakeContentRounds implements ContentRounds {

  final List<String> done = new ArrayList<>();

  @Override
  public int remind(String key, int version, Step step, Instant now) {
    done.add("remind " + step);
    return (int) done.stream().filter(one -> one.equals("remind " + step)).count();
  }

  @Override
  public ContentLibrary.Figures measure(String key, int version, Instant now) {
    done.add("measure " + key + " v" + version);
    return new ContentLibrary.Figures(now, 7, 3, 0, 0, 3, 1, 1, 1, 9_900);
  }
}
