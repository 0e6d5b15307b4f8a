package dev.siyu.files;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats taken from people, told by content; a file's name proves nothing. */
public enum FileFormat {
  JPEG("image/jpeg", 0, "ffd8ff", "jpg", "jpeg"),
  PNG("image/png", 0, "89504e470d0a1a0a", "png"),
  MP4("video/mp4", 4, "66747970", "mp4"),
  PDF("application/pdf", 0, "255044462d", "pdf"),
  /** Word, Excel and PowerPoint since 2007: a zip file with a list of its parts. */
  OFFICE("application/zip", 0, "504b0304", "docx", "xlsx", "pptx") {
    @Override
    boolean fits(byte[] bytes) {
      return super.fits(bytes) && ZipParts.has(bytes, "[Content_Types].xml");
    }
  };

  private final String mime;
  private final int offset;
  private final byte[] magic;
  private final Set<String> extensions;

  FileFormat(String mime, int offset, String magic, String... extensions) {
    this.mime = mime;
    this.offset = offset;
    this.magic = HexFormat.of().parseHex(magic);
    this.extensions = Set.of(extensions);
  }

  public static Optional<FileFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
  }

  public String mime() {
    return mime;
  }

  /**
   * Whether a file of this format may be called so; a name without extension says nothing wrong.
   */
  boolean goesWith(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  String extensions() {
    return String.join(", ", extensions.stream().sorted().toList());
  }

  boolean fits(byte[] bytes) {
    int end = offset + magic.length;
    return bytes.length > end && Arrays.equals(bytes, offset, end, magic, 0, magic.length);
  }
}
