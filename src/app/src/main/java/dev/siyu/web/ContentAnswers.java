package dev.siyu.web;

import dev.siyu.content.ContentRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a refusal of the content desk is told. */
final class ContentAnswers {

  private record Words(HttpStatus status, String zh, String en) {}

  static ResponseEntity<ApiError> of(ContentRefused refused, HttpServletRequest request) {
    var english = ApiError.english(request);
    var words = words(refused.why());
    Object details =
        refused.findings().isEmpty()
            ? refused.getMessage()
            : refused.findings().stream()
                .map(finding -> english ? finding.messageEn() : finding.message())
                .toList();
    return ResponseEntity.status(words.status())
        .body(new ApiError(refused.why().code(), english ? words.en() : words.zh(), details));
  }

  private static Words words(ContentRefused.Why why) {
    return switch (why) {
      case RULES ->
          new Words(HttpStatus.UNPROCESSABLE_CONTENT, "还不能提交审核", "It cannot go into review yet");
      case FOUR_EYES ->
          new Words(
              HttpStatus.CONFLICT,
              "四眼原则：写过这一版的人不能审核通过它",
              "Four eyes: whoever wrote a version may not approve it");
      case CHANGED ->
          new Words(
              HttpStatus.CONFLICT,
              "内容已变化，请刷新后再决定",
              "It has changed since you looked at it, reload and decide again");
      case UNKNOWN -> new Words(HttpStatus.NOT_FOUND, "没有这个内容", "There is no such content");
      case TAKEN ->
          new Words(
              HttpStatus.CONFLICT,
              "键已被占用，或已有一个版本正在编辑",
              "The key is taken, or a version is being worked on already");
      case MEDIA ->
          new Words(
              HttpStatus.UNPROCESSABLE_CONTENT, "企业微信不接受这个文件", "WeCom would not take this file");
      case BAD_INPUT ->
          new Words(HttpStatus.UNPROCESSABLE_CONTENT, "输入有误", "The input is not valid");
    };
  }

  private ContentAnswers() {}
}
