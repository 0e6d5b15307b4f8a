package dev.siyu.launches;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.launches.Launches.Wish;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A launch as those read it who decide on it. */
final class LaunchPaper {

  static final String SUBJECT = "launch:";

  static String subject(long launch) {
    return SUBJECT + launch;
  }

  /** Everything that takes effect. */
  static String content(Launch launch) {
    return content(launch, launch.fingerprint());
  }

  static String content(Launch launch, String fingerprint) {
    var wish = launch.wish();
    var content = new LinkedHashMap<String, Object>();
    content.put("launch", launch.id());
    content.put("journey", launch.processId());
    content.put("fingerprint", fingerprint);
    content.put("audience", wish.audience().name());
    content.put("percent", wish.percent());
    content.put("tag", wish.tag());
    content.put("thenAll", wish.thenAll());
    content.put("startsAt", wish.startsAt() == null ? null : wish.startsAt().toString());
    content.put("quietDays", wish.quietDays().stream().map(LocalDate::toString).toList());
    return JsonMapper.shared().writeValueAsString(content);
  }

  static ApprovalRequest of(Launch launch) {
    var wish = launch.wish();
    return new ApprovalRequest(
        ApprovalKind.LAUNCH,
        subject(launch.id()),
        shortened("旅程上线：" + launch.processId() + " · " + wish.comment()),
        shortened("Journey goes live: " + launch.processId() + " · " + wish.comment()),
        List.of(
            new Fact("旅程", "Journey", launch.processId()),
            new Fact("改了什么", "What changed", wish.comment()),
            new Fact("先给谁", "First for", audienceZh(wish)),
            new Fact("之后", "Then", wish.thenAll() ? "通过观察后全部客户 / all" : "只给这一部分 / only these"),
            new Fact("最多触达", "May reach", launch.people() + " 人"),
            new Fact(
                "生效时间",
                "Takes effect",
                wish.startsAt() == null ? "批准后 / when approved" : wish.startsAt().toString()),
            new Fact("静默日", "Quiet days", quiet(wish)),
            new Fact("指纹", "Fingerprint", launch.fingerprint().substring(0, 16))),
        content(launch),
        launch.askedBy(),
        List.of(),
        null,
        launch.people(),
        "/launches/" + launch.id());
  }

  private static String quiet(Wish wish) {
    return wish.quietDays().isEmpty()
        ? "-"
        : wish.quietDays().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
  }

  static String audienceZh(Wish wish) {
    return switch (wish.audience()) {
      case ALL -> "全部客户";
      case PERCENT -> wish.percent() + "% 客户";
      case TAG -> "标签“" + wish.tag() + "”的 " + wish.percent() + "%";
    };
  }

  static String audienceEn(Wish wish) {
    return switch (wish.audience()) {
      case ALL -> "all customers";
      case PERCENT -> wish.percent() + "% of the customers";
      case TAG -> wish.percent() + "% of those tagged " + wish.tag();
    };
  }

  private static String shortened(String title) {
    return title.length() <= 80 ? title : title.substring(0, 80);
  }

  private LaunchPaper() {}
}
