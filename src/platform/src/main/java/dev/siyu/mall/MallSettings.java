package dev.siyu.mall;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Siyu reaches the mall.
 *
 * @param webhookSecret {@code whsec_} + Base64 (Standard Webhooks), or any text used as it is
 * @param formerWebhookSecrets taken too, while the mall changes its key; at most 5
 * @param connectTimeout 100 ms..10 s
 * @param readTimeout 100 ms..60 s
 */
@ConfigurationProperties("siyu.mall")
record MallSettings(
    URI baseUrl,
    String apiKey,
    String webhookSecret,
    @DefaultValue List<String> formerWebhookSecrets,
    @DefaultValue("PT2S") Duration connectTimeout,
    @DefaultValue("PT5S") Duration readTimeout) {

  MallSettings(
      URI baseUrl,
      String apiKey,
      String webhookSecret,
      Duration connectTimeout,
      Duration readTimeout) {
    this(baseUrl, apiKey, webhookSecret, List.of(), connectTimeout, readTimeout);
  }

  @ConstructorBinding
  MallSettings {
    formerWebhookSecrets = List.copyOf(formerWebhookSecrets);
    if (formerWebhookSecrets.size() > 5) {
      throw new IllegalArgumentException(
          "siyu.mall.former-webhook-secrets: "
              + formerWebhookSecrets.size()
              + " (expected: at most 5)");
    }
    formerWebhookSecrets.forEach(secret -> filled("former-webhook-secrets", secret));
    Bounds.between(
        "siyu.mall.connect-timeout",
        connectTimeout,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
    Bounds.between(
        "siyu.mall.read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
    filled("base-url", baseUrl);
    filled("api-key", apiKey);
    filled("webhook-secret", webhookSecret);
  }

  private static void filled(String name, Object value) {
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("siyu.mall." + name + ": nothing (expected: a value)");
    }
  }

  @Override
  public String toString() {
    return "MallSettings[baseUrl=" + baseUrl + "]"; // no secrets in logs
  }
}
