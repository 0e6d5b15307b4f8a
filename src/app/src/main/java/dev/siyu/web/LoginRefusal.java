package dev.siyu.web;

/** Why nobody was let in by WeCom; the login page says it in words. */
enum LoginRefusal {
  FOREIGN_STATE("SIYU-8115"),
  NO_ACCOUNT("SIYU-8116"),
  DISABLED("SIYU-8117"),
  NO_MEMBER("SIYU-8118"),
  UNREACHABLE("SIYU-8119"),
  TOO_MANY("SIYU-8160");

  final String code;

  LoginRefusal(String code) {
    this.code = code;
  }
}
