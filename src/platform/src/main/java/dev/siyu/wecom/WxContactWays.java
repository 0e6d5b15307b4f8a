package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayInfo.ContactWay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class WxContactWays implements ContactWays {

  private static final String NO_SUCH_CODE = "41044";
  private static final long PAGE = 1_000;

  private final WeComLines lines;

  WxContactWays(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<Made> add(Way way) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              var made = lines.contacts().addContactWay(info(null, way));
              return new Made(made.getConfigId(), Objects.requireNonNullElse(made.getQrCode(), ""));
            });
  }

  @Override
  public CallResult<Boolean> update(String configId, Way way) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().updateContactWay(info(configId, way));
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
                  lines.contacts().deleteContactWay(configId);
                  return true;
                });
    return answer instanceof CallResult.Broken<Boolean> broken && broken.code().equals(NO_SUCH_CODE)
        ? new CallResult.Ok<>(true)
        : answer;
  }

  @Override
  public CallResult<List<Known>> madeBetween(Instant from, Instant to) {
    return lines.caller().call(Effect.READS, () -> known(from, to));
  }

  /** WxJava reads the first page only; it holds 1,000 codes, more than minutes ever bring. */
  private List<Known> known(Instant from, Instant to) throws WxErrorException {
    var listed =
        lines.contacts().listContactWay(from.getEpochSecond(), to.getEpochSecond(), "", PAGE);
    var found = new ArrayList<Known>();
    if (listed.getContactWay() != null) {
      for (var one : listed.getContactWay()) {
        found.add(known(lines.contacts().getContactWay(one.getConfigId()).getContactWay()));
      }
    }
    return found;
  }

  private static Known known(ContactWay way) {
    return new Known(
        new Made(way.getConfigId(), Objects.requireNonNullElse(way.getQrCode(), "")),
        new Way(
            Objects.requireNonNullElse(way.getState(), ""),
            Objects.requireNonNullElse(way.getRemark(), ""),
            Objects.requireNonNullElse(way.getUsers(), List.of())));
  }

  private static WxCpContactWayInfo info(@Nullable String configId, Way full) {
    var way = new ContactWay();
    way.setConfigId(configId);
    way.setType(
        full.staffUserIds().size() == 1
            ? WxCpContactWayInfo.TYPE.SINGLE
            : WxCpContactWayInfo.TYPE.MULTI);
    way.setScene(WxCpContactWayInfo.SCENE.QRCODE);
    way.setState(full.state());
    way.setRemark(full.remark());
    way.setUsers(full.staffUserIds());
    var info = new WxCpContactWayInfo();
    info.setContactWay(way);
    return info;
  }
}
