package dev.siyu.approvals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What may lie beside a request, told by its first bytes; a file's name proves nothing. */
enum AttachmentFormat {
  JPEG("image/jpeg", "ffd8ff"),
  PNG("image/png", "89504e470d0a1a0a"),
  PDF("application/pdf", "255044462d"),
  /** Word, Excel and PowerPoint since 2007 are zip files. */
  OFFICE("application/zip", "504b0304");

  final String mime;
  private final byte[] magic;

  AttachmentFormat(String mime, String magic) {
    this.mime = mime;
    this.magic = HexFormat.of().parseHex(magic);
  }

  static Optional<AttachmentFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
  }

  private boolean fits(byte[] bytes) {
    return bytes.length > magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
