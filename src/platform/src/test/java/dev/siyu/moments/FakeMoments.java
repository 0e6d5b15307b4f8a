package dev.siyu.moments;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Moments;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Moments in memory: what was called, and what members published. */
final class FakeMoments implements Moments {

  final List<String> calls = new ArrayList<>();
  final Deque<CallResult<String>> nextCreate = new ArrayDeque<>();
  final Map<String, List<String>> viewers = new HashMap<>();
  final Set<String> published = new HashSet<>();
  final List<String> invalid = new ArrayList<>();
  @Nullable String listed;
  boolean down;
  private List<String> senders = List.of();
  private int created;

  @Override
  public CallResult<String> upload(boolean image, String fileName, byte[] bytes) {
    calls.add("upload " + fileName);
    return new CallResult.Ok<>("media-" + calls.size());
  }

  @Override
  public CallResult<String> create(
      String text, List<Picture> pictures, List<String> staffUserIds, List<String> tags) {
    calls.add("create " + text + " " + staffUserIds + " " + tags);
    senders = staffUserIds;
    var planned = nextCreate.poll();
    return planned == null ? new CallResult.Ok<>("" + ++created) : planned;
  }

  @Override
  public CallResult<Job> job(String jobId) {
    return new CallResult.Ok<>(new Job.Done("mom-" + jobId, invalid, List.of()));
  }

  @Override
  public CallResult<Lookup> find(String text, Instant from, Instant until) {
    calls.add("find");
    return new CallResult.Ok<>(new Lookup(listed));
  }

  @Override
  public CallResult<Map<String, Boolean>> senders(String momentId) {
    if (down) {
      return new CallResult.Retryable<>("-1", "busy", java.time.Duration.ofSeconds(1));
    }
    var all = new TreeMap<String, Boolean>();
    senders.forEach(one -> all.put(one, published.contains(one)));
    return new CallResult.Ok<>(all);
  }

  @Override
  public CallResult<List<String>> viewers(String momentId, String staffUserId) {
    return new CallResult.Ok<>(viewers.getOrDefault(staffUserId, List.of()));
  }

  @Override
  public CallResult<List<Reaction>> reactions(String momentId, String staffUserId) {
    return new CallResult.Ok<>(
        viewers.getOrDefault(staffUserId, List.of()).stream()
            .map(one -> new Reaction(one, false, Instant.EPOCH))
            .toList());
  }

  @Override
  public CallResult<Boolean> cancel(String momentId) {
    calls.add("cancel " + momentId);
    return new CallResult.Ok<>(true);
  }
}
