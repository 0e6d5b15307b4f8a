package dev.siyu.content;

import dev.siyu.files.FileFormat;

/** What a medium is to WeCom. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  FILE;

  static MediaKind of(FileFormat format) {
    return switch (format) {
      case JPEG, PNG -> IMAGE;
      case MP4 -> VIDEO;
      case PDF, OFFICE -> FILE;
    };
  }
}
