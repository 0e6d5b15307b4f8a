package dev.siyu.content;

/** What a medium is to WeCom. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  FILE
}
