package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import org.springframework.stereotype.Component;

@Component
class WxMassSendTasks implements MassSendTasks {

  private final WeComLines lines;

  WxMassSendTasks(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<Boolean> remind(String msgId) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().remindGroupMsgSend(msgId);
              return true;
            });
  }

  @Override
  public CallResult<Boolean> cancel(String msgId) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().cancelGroupMsgSend(msgId);
              return true;
            });
  }
}
