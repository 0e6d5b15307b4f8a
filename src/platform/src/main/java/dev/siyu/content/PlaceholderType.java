package dev.siyu.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** What may stand in a placeholder's place, and how a customer reads it. */
enum PlaceholderType {
  TEXT {
    @Override
    Optional<String> shown(String value) {
      return Optional.of(value.replaceAll("\\p{Cntrl}", " ").strip());
    }
  },
  CODE {
    @Override
    Optional<String> shown(String value) {
      return Optional.of(value).filter(code -> code.matches("[A-Za-z0-9_-]{0,64}"));
    }
  },
  URL {
    @Override
    Optional<String> shown(String value) {
      return Optional.of(value.strip()).filter(PlaceholderType::isAddress);
    }
  },
  DATE {
    @Override
    Optional<String> shown(String value) {
      try {
        return Optional.of(DAY.format(LocalDate.parse(value)));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  };

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

  /** The value as it is shown; empty when it is none of this type. */
  abstract Optional<String> shown(String value);

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An http or https address with a host. */
  static boolean isAddress(String text) {
    try {
      var address = new URI(text);
      var scheme = address.getScheme();
      return address.getHost() != null
          && scheme != null
          && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
