package dev.siyu.drills;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Where the recorded customers live, for a judge who does not ask the product. */
final class Zones {

  /** One city for each country whose clocks agree with it the whole year. */
  private static final Map<String, String> CITIES =
      Map.ofEntries(
          Map.entry("United Kingdom", "Europe/London"),
          Map.entry("Channel Islands", "Europe/London"),
          Map.entry("EIRE", "Europe/London"),
          Map.entry("Portugal", "Europe/London"),
          Map.entry("Iceland", "UTC"),
          Map.entry("Germany", "Europe/Paris"),
          Map.entry("France", "Europe/Paris"),
          Map.entry("Belgium", "Europe/Paris"),
          Map.entry("Netherlands", "Europe/Paris"),
          Map.entry("Spain", "Europe/Paris"),
          Map.entry("Switzerland", "Europe/Paris"),
          Map.entry("Italy", "Europe/Paris"),
          Map.entry("Sweden", "Europe/Paris"),
          Map.entry("Norway", "Europe/Paris"),
          Map.entry("Poland", "Europe/Paris"),
          Map.entry("Denmark", "Europe/Paris"),
          Map.entry("Austria", "Europe/Paris"),
          Map.entry("Malta", "Europe/Paris"),
          Map.entry("Czech Republic", "Europe/Paris"),
          Map.entry("European Community", "Europe/Paris"),
          Map.entry("Finland", "Europe/Athens"),
          Map.entry("Cyprus", "Europe/Athens"),
          Map.entry("Greece", "Europe/Athens"),
          Map.entry("Lithuania", "Europe/Athens"),
          Map.entry("Israel", "Asia/Jerusalem"),
          Map.entry("Lebanon", "Asia/Beirut"),
          Map.entry("Bahrain", "Asia/Riyadh"),
          Map.entry("Saudi Arabia", "Asia/Riyadh"),
          Map.entry("United Arab Emirates", "Asia/Dubai"),
          Map.entry("RSA", "Africa/Johannesburg"),
          Map.entry("Australia", "Australia/Sydney"),
          Map.entry("Japan", "Asia/Tokyo"),
          Map.entry("Singapore", "Asia/Singapore"),
          Map.entry("Brazil", "America/Sao_Paulo"),
          Map.entry("Canada", "America/New_York"),
          Map.entry("USA", "America/New_York"));

  private Zones() {}

  static Optional<ZoneId> of(String country) {
    return Optional.ofNullable(CITIES.get(country)).map(ZoneId::of);
  }
}
