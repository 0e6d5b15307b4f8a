package dev.siyu.artifacts;

import java.util.regex.Pattern;

/** Texts that are shown to people: no markup, no scripts, no secrets, nothing that hides. */
public final class PlainText {

  static final int LONGEST = 4_000;

  private static final Pattern MARKUP = Pattern.compile("(?i)<\\s*+(?:[/!?]\\s*+)?[a-z]");
  private static final Pattern SCRIPT =
      Pattern.compile("(?i)(java|vb)\\s*script\\s*:|data\\s*:\\s*text/html");
  private static final Pattern SECRET =
      Pattern.compile("(?i)\\{\\{\\s*secrets|\\bsecrets\\s*\\.|camunda\\.(secrets|vars)");

  /** Characters nobody sees, which turn words around or hide them. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\r\\t]]|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  /** True for what may be shown as it is. */
  public static boolean isPlain(String text) {
    return isHarmless(text) && !MARKUP.matcher(text).find();
  }

  /** As {@link #isPlain}, for what is not shown: there {@code <} may stand before a name. */
  public static boolean isHarmless(String text) {
    return text.length() <= LONGEST
        && !SCRIPT.matcher(text).find()
        && !SECRET.matcher(text).find()
        && !INVISIBLE.matcher(text).find();
  }

  private PlainText() {}
}
