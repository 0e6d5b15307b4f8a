package dev.siyu.files;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files from outside; they stand on pages and in headers. */
public final class FileName {

  /** Turns the reading direction: {@code offer<U+202E>fdp.exe} reads like {@code offerexe.pdf}. */
  private static final Pattern BIDI =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*\\p{Cntrl}]");

  private FileName() {}

  /** Why a file of that format may not be called so, as value and expectation; empty: it may. */
  public static Optional<String> objection(String name, FileFormat format) {
    if (BIDI.matcher(name).find()) {
      return Optional.of(
          plain(BIDI.matcher(name).replaceAll("_"), "file", 80)
              + ": characters that turn the reading direction (expected: none)");
    }
    var last = plain(name, "file", 80);
    return format.goesWith(last)
        ? Optional.empty()
        : Optional.of(
            "%s: its content is %s (expected: the ending %s)"
                .formatted(last, format, format.extensions()));
  }

  /**
   * Without folders and without what a header or a file system could take amiss.
   *
   * @param otherwise when nothing is left
   * @param longest in characters; the end with the extension stays
   */
  public static String plain(String name, String otherwise, int longest) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = UNSAFE.matcher(last).replaceAll("_").strip();
    if (clean.isEmpty()) {
      return otherwise;
    }
    int from = Math.max(0, clean.length() - longest);
    return clean.substring(Character.isLowSurrogate(clean.charAt(from)) ? from + 1 : from);
  }
}
