package dev.siyu.rehearsal;

import dev.siyu.calls.CallResult;
import dev.siyu.fission.FissionWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A campaign of 14 days, watched for 14 more, whose helpers a scenario plans. */
final class FakeFission implements FissionWork {

  private static final Duration RUNS = Duration.ofDays(14);

  private final Deque<String> grants = new ArrayDeque<>();
  private final Instant began;
  private String latest = "0 open";
  private int level;

  FakeFission(Instant began) {
    this.began = began;
  }

  Instant endsAt() {
    return began.plus(RUNS);
  }

  Instant watchUntil() {
    return endsAt().plus(RUNS);
  }

  /** "grant": how many rewards each settlement claims, and whether it goes on: "1 open". */
  void plan(Map<String, List<String>> answers) {
    grants.addAll(answers.getOrDefault("grant", List.of()));
  }

  @Override
  public String content(long inviterId) {
    return "fission-invitation";
  }

  @Override
  public CallResult<byte[]> poster(long inviterId, Instant now) {
    return new CallResult.Ok<>(new byte[] {1});
  }

  @Override
  public void posted(long inviterId, Instant now) {}

  @Override
  public List<Reward> claim(long inviterId, Instant now) {
    latest = grants.isEmpty() ? "0 open" : grants.pop();
    int many = Integer.parseInt(latest.split(" ")[0]);
    return IntStream.range(0, many).mapToObj(n -> new Reward(++level, level, "coupon", 7)).toList();
  }

  @Override
  public void issued(long rewardId, @Nullable String couponCode, Instant now) {}

  @Override
  public boolean isOpen(long inviterId, Instant now) {
    return latest.endsWith("open") && now.isBefore(endsAt());
  }

  @Override
  public CallResult<Boolean> settle(long inviterId, Instant now) {
    return new CallResult.Ok<>(true);
  }
}
