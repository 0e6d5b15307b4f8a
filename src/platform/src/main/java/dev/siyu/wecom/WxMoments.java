package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentComments.CommentLikeItem;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentTaskResult;
import me.chanjar.weixin.cp.bean.external.moment.CustomerItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class WxMoments implements Moments {

  private static final int JOB_DONE = 3;
  private static final int PAGE = 20;
  private static final int SENDERS = 1_000;
  private static final int VIEWERS = 5_000;
  private static final int CREATED_BY_CORP = 0;

  private final WeComLines lines;
  private final MomentRequests requests;

  WxMoments(WeComLines lines) {
    this.lines = lines;
    this.requests = new MomentRequests(lines);
  }

  /** READS: a second upload after a lost answer does no harm. */
  @Override
  public CallResult<String> upload(boolean image, String fileName, byte[] bytes) {
    return lines.caller().call(Effect.READS, () -> requests.upload(image, fileName, bytes));
  }

  @Override
  public CallResult<String> create(
      String text, List<Picture> pictures, List<String> staffUserIds, List<String> tags) {
    CallResult<List<String>> tagIds =
        tags.isEmpty()
            ? new CallResult.Ok<>(List.of())
            : lines.caller().call(Effect.READS, () -> requests.tagIds(tags));
    return tagIds.then(
        ids -> {
          var task = MomentRequests.task(text, pictures, staffUserIds, ids);
          return lines
              .caller()
              .call(Effect.CHANGES, () -> lines.contacts().addMomentTask(task).getJobId());
        });
  }

  @Override
  public CallResult<Job> job(String jobId) {
    return lines
        .caller()
        .call(Effect.READS, () -> job(lines.contacts().getMomentTaskResult(jobId)));
  }

  private static Job job(WxCpGetMomentTaskResult answer) {
    var result = answer.getResult();
    if (!Objects.equals(answer.getStatus(), JOB_DONE) || result == null) {
      return new Job.UnderWay();
    }
    var code = result.getErrcode();
    if (code != null && code != 0) {
      return new Job.Failed(code.toString(), String.valueOf(result.getErrmsg()));
    }
    var senders = result.getInvalidSenderList();
    var contacts = result.getInvalidExternalContactList();
    return new Job.Done(
        result.getMomentId(),
        senders == null ? List.of() : orNone(senders.getUserList()),
        contacts == null ? List.of() : orNone(contacts.getTagList()));
  }

  @Override
  public CallResult<Lookup> find(String text, Instant from, Instant until) {
    return lines.caller().call(Effect.READS, () -> found(text, from, until));
  }

  private Lookup found(String text, Instant from, Instant until) throws WxErrorException {
    String cursor = "";
    do {
      var page =
          lines
              .contacts()
              .getMomentList(
                  from.getEpochSecond(), until.getEpochSecond(), null, null, cursor, PAGE);
      for (var one : page.getMomentList()) {
        boolean ours = Objects.equals(one.getCreateType(), CREATED_BY_CORP);
        if (ours && one.getText() != null && text.equals(one.getText().getContent())) {
          return new Lookup(one.getMomentId());
        }
      }
      cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
    } while (!cursor.isEmpty());
    return new Lookup(null);
  }

  @Override
  public CallResult<Map<String, Boolean>> senders(String momentId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var all = new LinkedHashMap<String, Boolean>();
              String cursor = "";
              do {
                var page = lines.contacts().getMomentTask(momentId, cursor, SENDERS);
                page.getTaskList()
                    .forEach(one -> all.put(one.getUserId(), "1".equals(one.getPublishStatus())));
                cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
              } while (!cursor.isEmpty());
              return all;
            });
  }

  @Override
  public CallResult<List<String>> viewers(String momentId, String staffUserId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var all = new ArrayList<String>();
              String cursor = "";
              do {
                var page =
                    lines.contacts().getMomentSendResult(momentId, staffUserId, cursor, VIEWERS);
                page.getCustomerList().stream()
                    .map(CustomerItem::getExternalUserId)
                    .forEach(all::add);
                cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
              } while (!cursor.isEmpty());
              return all;
            });
  }

  @Override
  public CallResult<List<Reaction>> reactions(String momentId, String staffUserId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var told = lines.contacts().getMomentComments(momentId, staffUserId);
              return Stream.concat(
                      reactions(told.getLikeList(), false), reactions(told.getCommentList(), true))
                  .toList();
            });
  }

  /** Colleagues react too; they have a userid instead. */
  private static Stream<Reaction> reactions(@Nullable List<CommentLikeItem> told, boolean comment) {
    return (told == null ? List.<CommentLikeItem>of() : told)
        .stream()
            .filter(one -> one.getExternalUserId() != null)
            .map(
                one ->
                    new Reaction(
                        one.getExternalUserId(),
                        comment,
                        Instant.ofEpochSecond(one.getCreateTime())));
  }

  @Override
  public CallResult<Boolean> cancel(String momentId) {
    return lines
        .caller()
        .call(
            Effect.READS, // repeating does no harm
            () -> {
              lines.contacts().cancelMomentTask(momentId);
              return true;
            });
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
