package dev.siyu.simulator;

import dev.siyu.simulator.callbacks.CallbackSettings;
import dev.siyu.simulator.mall.MallSettings;
import dev.siyu.simulator.shops.ShopSettings;
import dev.siyu.simulator.wecom.GroupLimits;
import dev.siyu.simulator.wecom.MediaLimits;
import dev.siyu.simulator.wecom.PostLimits;
import dev.siyu.simulator.wecom.StaffHabits;
import dev.siyu.simulator.wecom.TransferRules;
import dev.siyu.simulator.wecom.WayLimits;
import dev.siyu.simulator.wecom.WeComSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator runs; the secrets' defaults are the sample mode's and protect nothing.
 *
 * @param port 0: any free one
 * @param offsetMillis null: as the journal says
 * @param standsAt the clock begins here and moves only when it is moved; null: it runs
 */
public record Settings(
    int port,
    Path data,
    @Nullable Long offsetMillis,
    @Nullable Instant standsAt,
    WeComSettings weCom,
    MallSettings mall,
    ShopSettings shops,
    CallbackSettings callbacks) {

  /** Reads the command line; a wrong value is refused with what was expected. */
  public static Settings of(Map<String, String> environment, String... args) {
    Options options = new Options(environment, args);
    String corp = options.text("corp-id", "sampleCorp00000001");
    String offset = options.find("offset-millis");
    ShopSettings shops = shops(options);
    Settings settings =
        new Settings(
            (int) options.whole("port", 8090, 0, 65_535),
            Path.of(options.text("data", "data/simulator")),
            offset == null || offset.isBlank() ? null : Long.valueOf(offset),
            standsAt(options),
            weCom(options, corp),
            new MallSettings(options.text("mall-api-key", "sample-mall-api-key")),
            shops,
            callbacks(options, corp));
    options.nothingLeft();
    return settings;
  }

  private static @Nullable Instant standsAt(Options options) {
    String at = options.find("stands-at");
    return at == null || at.isBlank() ? null : Instant.parse(at);
  }

  private static WeComSettings weCom(Options options, String corp) {
    return new WeComSettings(
        corp,
        options.text("contact-secret", "sample-contact-secret"),
        options.text("app-secret", "sample-app-secret"),
        (int) options.whole("calls-per-minute", 10_000, 1, 10_000_000),
        (int) options.whole("calls-per-hour", 150_000, 1, 100_000_000),
        (int) options.whole("mark-tag-concurrent", 5, 1, 1_000),
        options.duration("welcome-window", Duration.ofSeconds(20)),
        options.duration("token-lifetime", Duration.ofSeconds(7_200)),
        (int) options.whole("mass-sends-per-month", 0, 0, 1_000),
        (int) options.whole("mass-sends-per-day", 1, 1, 1_000),
        (int) options.whole("app-messages-per-minute", 30, 1, 10_000),
        (int) options.whole("app-messages-per-hour", 1_000, 1, 100_000),
        new StaffHabits(
            options.autoOrManual("staff-confirm", Duration.ofMinutes(5)),
            options.duration("staff-confirm-spread", Duration.ZERO),
            (int) options.whole("staff-confirm-percent", 100, 0, 100),
            (int) options.whole("staff-confirm-reminded-percent", 100, 0, 100)),
        (int) options.whole("willing-percent", 0, 0, 100),
        (int) options.whole("join-percent", 0, 0, 100),
        new GroupLimits(
            (int) options.whole("group-members", 500, 2, 2_000),
            (int) options.whole("group-welcomes", 100, 1, 1_000)),
        moments(options),
        new WayLimits(
            (int) options.whole("contact-way-users", 100, 1, 1_000),
            (int) options.whole("contact-ways", 500_000, 1, 10_000_000)),
        transfers(options),
        media(options),
        Set.copyOf(List.of(options.text("trusted-domain", "127.0.0.1,localhost").split(","))),
        ZoneId.of(options.text("zone", "Asia/Shanghai")));
  }

  private static PostLimits moments(Options options) {
    return new PostLimits(
        (int) options.whole("moment-calls-per-minute", 10, 1, 10_000),
        (int) options.whole("moments-per-month", 100_000, 1, 10_000_000),
        (int) options.whole("moment-jobs", 100, 1, 100_000),
        options.duration("moment-job", Duration.ofSeconds(5)),
        options.duration("moment-dispatch", Duration.ofSeconds(5)),
        (int) options.whole("moments-seen-per-day", 3, 1, 100),
        (int) options.whole("moment-like-percent", 10, 0, 100));
  }

  private static TransferRules transfers(Options options) {
    return new TransferRules(
        (int) options.whole("transfers-per-call", 100, 1, 1_000),
        (int) options.whole("transfers-per-customer", 2, 1, 100),
        options.duration("transfer-window", Duration.ofDays(90)),
        options.duration("take-over-after", Duration.ofHours(24)),
        (int) options.whole("refuse-percent", 5, 0, 100),
        (int) options.whole("customers-per-member", 20_000, 1, 1_000_000));
  }

  private static ShopSettings shops(Options options) {
    return new ShopSettings(
        options.peek("wxstore-app-id", "wxsamplestore00001"),
        options.text("wxstore-secret", "sample-store-secret"),
        options.peek("youzan-client-id", "sampleyouzanclient"),
        options.peek("youzan-client-secret", "sample-youzan-secret"),
        options.peek("youzan-kdt-id", "10010001"),
        options.duration("shop-token-lifetime", Duration.ofSeconds(7_200)),
        (int) options.whole("shop-calls-per-minute", 10_000, 1, 10_000_000),
        options.text("shop-share", ""),
        ZoneId.of(options.peek("zone", "Asia/Shanghai")));
  }

  private static CallbackSettings.Shops shopCallbacks(Options options) {
    return new CallbackSettings.Shops(
        options.text("wxstore-app-id", "wxsamplestore00001"),
        options.text("wxstore-token", "sampleStoreToken"),
        options.text("wxstore-aes-key", "sampleStoreKey0123456789abcdefghijklmnopqrs"),
        options.text("wxstore-format", "json").equals("xml"),
        options.text("youzan-client-id", "sampleyouzanclient"),
        options.text("youzan-client-secret", "sample-youzan-secret"),
        options.text("youzan-kdt-id", "10010001"),
        options.whole("shop-retry-speed", 60, 1, 10_000));
  }

  private static MediaLimits media(Options options) {
    return new MediaLimits(
        (int) options.whole("image-bytes", 10 << 20, 1, 1 << 30),
        (int) options.whole("video-bytes", 10 << 20, 1, 1 << 30),
        (int) options.whole("file-bytes", 20 << 20, 1, 1 << 30),
        options.duration("media-life", Duration.ofDays(3)),
        (int) options.whole("attachments", 9, 1, 100));
  }

  private static CallbackSettings callbacks(Options options, String corp) {
    return new CallbackSettings(
        options.text("app-url", "http://127.0.0.1:8080").replaceAll("/+$", ""),
        corp,
        options.text("token", "sampleCallbackToken"),
        options.text("aes-key", "sampleAesKey0123456789abcdefghijklmnopqrstu"),
        options.text("mall-webhook-secret", "sample-mall-webhook-secret"),
        (int) options.whole("senders", 32, 1, 256),
        options.duration("redeliver-for", Duration.ofHours(24)),
        shopCallbacks(options));
  }
}
