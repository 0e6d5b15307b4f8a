package dev.siyu.content;

import dev.siyu.content.ContentRefused.Why;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a draft must be to be kept at all; everything else is for the review. */
final class DraftInput {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,59}");
  private static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final int MOST_TEXT = 100_000;
  private static final int MOST_TITLE = 100;
  private static final int MOST_NAME = 60;

  static void check(String key, ContentDesk.Draft draft) {
    refuse(!KEY.matcher(key).matches(), "key: " + key + " (expected: a-z, 0-9, -; 2 to 60)");
    var product = draft.product();
    refuse(
        product != null && !PRODUCT.matcher(product).matches(),
        "product: " + product + " (expected: a-z, 0-9, -; 1 to 60)");
    refuse(
        draft.title().length() > MOST_TITLE,
        "title: %d characters (expected: at most %d)"
            .formatted(draft.title().length(), MOST_TITLE));
    refuse(
        draft.text().length() > MOST_TEXT || bytes(draft.text()) > 2 * MOST_TEXT,
        "text: %d characters (expected: at most %d)".formatted(draft.text().length(), MOST_TEXT));
    refuse(
        draft.text().indexOf('\0') >= 0 || draft.title().indexOf('\0') >= 0,
        "text: a NUL character (expected: none)");
  }

  static void checkKit(String product, String name) {
    refuse(
        !PRODUCT.matcher(product).matches(),
        "product: " + product + " (expected: a-z, 0-9, -; 1 to 60)");
    refuse(
        name.isBlank() || name.length() > MOST_NAME || name.indexOf('\0') >= 0,
        "name: %d characters (expected: 1 to %d)".formatted(name.length(), MOST_NAME));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ContentRefused(Why.BAD_INPUT, message);
    }
  }

  private DraftInput() {}
}
