package dev.siyu.web;

import org.springframework.http.HttpStatus;

/** Everything the web API can refuse, with its stable code (docs/errors.md). */
enum Problem {
  NOT_SIGNED_IN(5001, HttpStatus.UNAUTHORIZED, "请先登录", "Please sign in"),
  BAD_CREDENTIALS(5002, HttpStatus.UNAUTHORIZED, "用户名或密码不正确", "Wrong name or password"),
  FORBIDDEN(5003, HttpStatus.FORBIDDEN, "您的角色没有此权限", "Your role may not do this"),
  STALE_PAGE(5004, HttpStatus.FORBIDDEN, "页面已过期，请刷新后重试", "This page is out of date, reload it"),
  TOO_MANY_LOGINS(
      5005,
      HttpStatus.TOO_MANY_REQUESTS,
      "登录失败次数过多，请稍后再试",
      "Too many failed logins, try again later"),
  CHANGE_PASSWORD(5006, HttpStatus.FORBIDDEN, "请先修改一次性密码", "Change your one-time password first"),
  WEAK_PASSWORD(
      5007,
      HttpStatus.UNPROCESSABLE_CONTENT,
      "密码至少 12 个字符，最多 72 字节",
      "A password has 12 characters or more, at most 72 bytes"),
  BAD_INPUT(5010, HttpStatus.BAD_REQUEST, "输入有误", "The input is not valid"),
  NOT_FOUND(5011, HttpStatus.NOT_FOUND, "未找到", "Not found"),
  WRONG_METHOD(
      5012, HttpStatus.METHOD_NOT_ALLOWED, "不支持此请求方法", "This method is not supported here"),
  WRONG_MEDIA(
      5013, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持此内容格式", "This content type is not supported"),
  TOO_LARGE(5014, HttpStatus.CONTENT_TOO_LARGE, "内容过大", "The content is too large"),
  CONFLICT(
      5015, HttpStatus.CONFLICT, "状态已变化，请刷新后重试", "The state has changed, reload and try again"),
  NOT_ACCEPTABLE(5016, HttpStatus.NOT_ACCEPTABLE, "无法提供所需格式", "The wanted format is not offered"),
  DATABASE_DOWN(
      5020, HttpStatus.SERVICE_UNAVAILABLE, "数据库暂时不可用", "The database is not available just now"),
  ENGINE_DOWN(
      5021, HttpStatus.SERVICE_UNAVAILABLE, "流程引擎暂时不可用", "The engine is not available just now"),
  NOT_READY(5022, HttpStatus.SERVICE_UNAVAILABLE, "此功能尚未就绪", "This part is not ready"),
  SAMPLE_ONLY(5030, HttpStatus.CONFLICT, "仅样例模式可用", "Only in sample mode"),
  LAUNCH_NEEDED(
      3658,
      HttpStatus.CONFLICT,
      "正式环境不能直接发布，请申请上线",
      "In live mode nothing is deployed directly, ask for a launch"),
  INTERNAL(
      5099,
      HttpStatus.INTERNAL_SERVER_ERROR,
      "内部错误，请联系管理员",
      "Internal error, ask the administrator");

  final String code;
  final HttpStatus status;
  final String zh;
  final String en;

  Problem(int code, HttpStatus status, String zh, String en) {
    this.code = "SIYU-" + code;
    this.status = status;
    this.zh = zh;
    this.en = en;
  }

  ApiFailure failure() {
    return new ApiFailure(this, null);
  }

  /** With what exactly is wrong, e.g. {@code limit: 500 (expected: 1 to 200)}. */
  ApiFailure failure(String details) {
    return new ApiFailure(this, details);
  }
}
