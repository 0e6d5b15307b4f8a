package dev.siyu.tasks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who leads whom, by WeCom user id.
 *
 * @param leads the lead of each member who has another one than the default
 * @param defaultLead the lead of all others; null: what is escalated is seen on the page only
 */
@ConfigurationProperties("siyu.team")
public record Team(@DefaultValue Map<String, String> leads, @Nullable String defaultLead) {

  public Team {
    leads = Map.copyOf(leads);
  }

  /** Empty for whom nobody leads, e.g. the lead of all. */
  public Optional<String> leadOf(String staffUserId) {
    var lead = leads.getOrDefault(staffUserId, defaultLead);
    return Optional.ofNullable(lead).filter(found -> !found.equals(staffUserId));
  }
}
