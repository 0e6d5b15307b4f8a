package dev.siyu.fission;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journey's steps about one inviter. */
@Component
class Inviters implements FissionWork {

  private final InviterTable table;
  private final RewardTable rewards;
  private final InviterCode code;
  private final QrPictures pictures;

  Inviters(InviterTable table, RewardTable rewards, InviterCode code, QrPictures pictures) {
    this.table = table;
    this.rewards = rewards;
    this.code = code;
    this.pictures = pictures;
  }

  @Override
  public String content(long inviterId) {
    return inviter(inviterId).content();
  }

  @Override
  public CallResult<byte[]> poster(long inviterId, Instant now) {
    var inviter = inviter(inviterId);
    return code.of(inviter, now)
        .then(pictures::at)
        .then(picture -> new CallResult.Ok<>(Poster.png(inviter.name(), "新人有礼，一起来逛", picture)));
  }

  @Override
  public void posted(long inviterId, Instant now) {
    table.posted(inviterId, now);
  }

  @Override
  public List<Reward> claim(long inviterId, Instant now) {
    rewards.earned(inviterId).forEach(level -> rewards.claim(inviterId, level, now));
    return rewards.unissued(inviterId);
  }

  @Override
  public void issued(long rewardId, @Nullable String couponCode, Instant now) {
    rewards.issued(rewardId, couponCode, now);
  }

  @Override
  public boolean isOpen(long inviterId, Instant now) {
    return rewards.isOpen(inviterId, now);
  }

  @Override
  public CallResult<Boolean> settle(long inviterId, Instant now) {
    var inviter = inviter(inviterId);
    return code.retire(inviter)
        .then(
            gone -> {
              table.settled(inviterId, null, now);
              return new CallResult.Ok<>(true);
            });
  }

  private InviterTable.Row inviter(long id) {
    return table
        .find(id)
        .orElseThrow(() -> new IllegalStateException("SIYU-8305 no inviter " + id));
  }
}
