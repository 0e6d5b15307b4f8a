package dev.siyu.customers;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where customers live.
 *
 * @param zone zone of the company, and of a customer nobody told us about
 * @param phoneKey secret of the keyed hash of phone numbers; without it phones are not compared
 * @param zoneOfCountry country as the mall writes it -> IANA zone; adds to the built-in map
 */
@ConfigurationProperties("siyu")
record CustomerSettings(
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @Nullable String phoneKey,
    @Nullable Map<String, ZoneId> zoneOfCountry) {

  @Override
  public String toString() {
    return "CustomerSettings[zone=" + zone + "]"; // no secrets in logs
  }

  private static final Map<String, String> BUILT_IN =
      Map.ofEntries(
          Map.entry("China", "Asia/Shanghai"),
          Map.entry("Hong Kong", "Asia/Hong_Kong"),
          Map.entry("Singapore", "Asia/Singapore"),
          Map.entry("Japan", "Asia/Tokyo"),
          Map.entry("United Kingdom", "Europe/London"),
          Map.entry("Channel Islands", "Europe/Jersey"),
          Map.entry("EIRE", "Europe/Dublin"),
          Map.entry("France", "Europe/Paris"),
          Map.entry("Germany", "Europe/Berlin"),
          Map.entry("Netherlands", "Europe/Amsterdam"),
          Map.entry("Belgium", "Europe/Brussels"),
          Map.entry("Switzerland", "Europe/Zurich"),
          Map.entry("Austria", "Europe/Vienna"),
          Map.entry("Spain", "Europe/Madrid"),
          Map.entry("Portugal", "Europe/Lisbon"),
          Map.entry("Italy", "Europe/Rome"),
          Map.entry("Malta", "Europe/Malta"),
          Map.entry("Greece", "Europe/Athens"),
          Map.entry("Cyprus", "Asia/Nicosia"),
          Map.entry("Poland", "Europe/Warsaw"),
          Map.entry("Czech Republic", "Europe/Prague"),
          Map.entry("Lithuania", "Europe/Vilnius"),
          Map.entry("Denmark", "Europe/Copenhagen"),
          Map.entry("Norway", "Europe/Oslo"),
          Map.entry("Sweden", "Europe/Stockholm"),
          Map.entry("Finland", "Europe/Helsinki"),
          Map.entry("Iceland", "Atlantic/Reykjavik"),
          Map.entry("European Community", "Europe/Brussels"),
          Map.entry("Israel", "Asia/Jerusalem"),
          Map.entry("Lebanon", "Asia/Beirut"),
          Map.entry("Bahrain", "Asia/Bahrain"),
          Map.entry("Saudi Arabia", "Asia/Riyadh"),
          Map.entry("United Arab Emirates", "Asia/Dubai"),
          Map.entry("RSA", "Africa/Johannesburg"),
          Map.entry("Australia", "Australia/Sydney"),
          Map.entry("Brazil", "America/Sao_Paulo"),
          Map.entry("Canada", "America/Toronto"),
          Map.entry("USA", "America/New_York"));

  Optional<ZoneId> zoneOf(@Nullable String country) {
    if (country == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(zoneOfCountry)
        .map(set -> set.get(country))
        .or(() -> Optional.ofNullable(BUILT_IN.get(country)).map(ZoneId::of));
  }
}
