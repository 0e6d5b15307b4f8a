package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.WxCpGroupJoinWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpGroupJoinWayInfo.JoinWay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class WxJoinWays implements JoinWays {

  private static final String NO_SUCH_WAY = "41044";

  /** WxJava throws before it asks WeCom. */
  private static final int MOST_CHATS = 5;

  private static final String TOO_MANY_CHATS = "41091";
  private static final int BY_QR_CODE = 2;

  private final WeComLines lines;

  WxJoinWays(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<String> add(Way way) {
    return way.chatIds().size() > MOST_CHATS
        ? new CallResult.Broken<>(TOO_MANY_CHATS, "at most 5 groups")
        : lines
            .caller()
            .call(Effect.CHANGES, () -> lines.contacts().addJoinWay(info(null, way)).getConfigId());
  }

  @Override
  public CallResult<Known> get(String configId) {
    return lines
        .caller()
        .call(Effect.READS, () -> known(lines.contacts().getJoinWay(configId).getJoinWay()));
  }

  @Override
  public CallResult<Boolean> update(String configId, Way way) {
    if (way.chatIds().size() > MOST_CHATS) {
      return new CallResult.Broken<>(TOO_MANY_CHATS, "at most 5 groups");
    }
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().updateJoinWay(info(configId, way));
              return true;
            });
  }

  @Override
  public CallResult<Boolean> delete(String configId) {
    CallResult<Boolean> answer =
        lines
            .caller()
            .call(
                Effect.CHANGES,
                () -> {
                  lines.contacts().delJoinWay(configId);
                  return true;
                });
    return answer instanceof CallResult.Broken<Boolean> broken && broken.code().equals(NO_SUCH_WAY)
        ? new CallResult.Ok<>(true)
        : answer;
  }

  private static Known known(JoinWay way) {
    return new Known(
        way.getConfigId(),
        Objects.requireNonNullElse(way.getQrCode(), ""),
        new Way(
            Objects.requireNonNullElse(way.getState(), ""),
            Objects.requireNonNullElse(way.getRemark(), ""),
            Objects.requireNonNullElse(way.getChatIdList(), List.of()),
            Objects.requireNonNullElse(way.getAutoCreateRoom(), 0) == 1,
            Objects.requireNonNullElse(way.getRoomBaseName(), ""),
            Objects.requireNonNullElse(way.getRoomBaseId(), 1)));
  }

  private static WxCpGroupJoinWayInfo info(@Nullable String configId, Way full) {
    var way = new JoinWay();
    way.setConfigId(configId);
    way.setScene(BY_QR_CODE);
    way.setState(full.state());
    way.setRemark(full.remark());
    way.setChatIdList(full.chatIds());
    way.setAutoCreateRoom(full.autoCreate() ? 1 : 0);
    way.setRoomBaseName(full.baseName());
    way.setRoomBaseId(full.baseId());
    var info = new WxCpGroupJoinWayInfo();
    info.setJoinWay(way);
    return info;
  }
}
