package dev.siyu.content;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The formats WeCom takes, told by their first bytes; a file's name proves nothing. */
enum MediaFormat {
  JPEG(MediaKind.IMAGE, "image/jpeg", 0, "ffd8ff"),
  PNG(MediaKind.IMAGE, "image/png", 0, "89504e470d0a1a0a"),
  MP4(MediaKind.VIDEO, "video/mp4", 4, "66747970"),
  PDF(MediaKind.FILE, "application/pdf", 0, "255044462d"),
  /** Word, Excel and PowerPoint since 2007 are zip files. */
  OFFICE(MediaKind.FILE, "application/zip", 0, "504b0304");

  final MediaKind kind;
  final String mime;
  private final int offset;
  private final byte[] magic;

  MediaFormat(MediaKind kind, String mime, int offset, String magic) {
    this.kind = kind;
    this.mime = mime;
    this.offset = offset;
    this.magic = HexFormat.of().parseHex(magic);
  }

  static Optional<MediaFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
  }

  private boolean fits(byte[] bytes) {
    int end = offset + magic.length;
    return bytes.length > end && Arrays.equals(bytes, offset, end, magic, 0, magic.length);
  }
}
