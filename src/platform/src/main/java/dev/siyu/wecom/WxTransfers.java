package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferCustomerReq;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferResultResp;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferResultResp.TransferResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class WxTransfers implements Transfers {

  private static final String MEMBER_BANNED = "40143";

  private final WeComLines lines;

  WxTransfers(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<Map<String, Integer>> start(
      Pair pair, List<String> externalUserIds, String message) {
    CallResult<Map<String, Integer>> answer =
        lines.caller().call(Effect.CHANGES, () -> started(pair, externalUserIds, message));
    // Other codes may speak of the receiver as well.
    return answer instanceof CallResult.Declined<Map<String, Integer>> no
            && no.code().equals(MEMBER_BANNED)
        ? lines.about(pair.fromUserId(), answer)
        : answer;
  }

  private Map<String, Integer> started(Pair pair, List<String> customers, String message)
      throws WxErrorException {
    var request = new WxCpUserTransferCustomerReq();
    request.setHandOverUserid(pair.fromUserId());
    request.setTakeOverUserid(pair.toUserId());
    request.setExternalUserid(customers);
    if (!pair.resigned()) {
      request.setTransferMsg(message);
    }
    var answer =
        pair.resigned()
            ? lines.contacts().resignedTransferCustomer(request)
            : lines.contacts().transferCustomer(request);
    var codes = new LinkedHashMap<String, Integer>();
    for (var one : answer.getCustomer()) {
      codes.put(one.getExternalUserid(), one.getErrcode());
    }
    return codes;
  }

  @Override
  public CallResult<List<Result>> results(Pair pair) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var results = new ArrayList<Result>();
              String cursor = "";
              do {
                var page = page(pair, cursor);
                page.getCustomer().forEach(one -> results.add(result(one)));
                cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
              } while (!cursor.isEmpty());
              return results;
            });
  }

  private WxCpUserTransferResultResp page(Pair pair, String cursor) throws WxErrorException {
    return pair.resigned()
        ? lines.contacts().resignedTransferResult(pair.fromUserId(), pair.toUserId(), cursor)
        : lines.contacts().transferResult(pair.fromUserId(), pair.toUserId(), cursor);
  }

  private static Result result(TransferResult one) {
    var status =
        switch (one.getStatus()) {
          case COMPLETE -> Status.TAKEN_OVER;
          case WAITING -> Status.WAITING;
          case REFUSED -> Status.REFUSED;
          case LIMIT -> Status.RECEIVER_FULL;
          case NORECORD -> Status.NO_RECORD;
        };
    return new Result(one.getExternalUserid(), status, moment(one.getTakeOverTime()));
  }

  private static @Nullable Instant moment(@Nullable Long epochSecond) {
    return epochSecond == null || epochSecond == 0 ? null : Instant.ofEpochSecond(epochSecond);
  }
}
