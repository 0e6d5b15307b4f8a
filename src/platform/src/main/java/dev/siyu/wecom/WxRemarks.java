package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import me.chanjar.weixin.cp.bean.external.WxCpUpdateRemarkRequest;
import org.springframework.stereotype.Component;

@Component
final class WxRemarks implements Remarks {

  private final WeComLines lines;

  WxRemarks(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<Boolean> change(String staffUserId, String externalUserId, String remark) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines
                  .contacts()
                  .updateRemark(
                      WxCpUpdateRemarkRequest.builder()
                          .userId(staffUserId)
                          .externalUserId(externalUserId)
                          .remark(remark)
                          .build());
              return true;
            });
  }
}
