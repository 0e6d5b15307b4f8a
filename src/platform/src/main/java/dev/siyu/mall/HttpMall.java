package dev.siyu.mall;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.Connector;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** The mall's API over HTTP. */
@Component
class HttpMall implements Mall, MallListing, MallGoods, CouponRevocations, Connector {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int MAX_PAUSE_SECONDS = 3600;

  private record CouponRequest(String unionId, String template, long validSeconds) {}

  private final RestClient client;
  private final CallLog log;
  private final Breaker listing;

  HttpMall(MallSettings settings, Clock clock) {
    var jdk =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var requests = new JdkClientHttpRequestFactory(jdk);
    requests.setReadTimeout(settings.readTimeout());
    this.log = new CallLog(clock);
    this.listing = new Breaker(clock, 3, Duration.ofSeconds(10));
    this.client =
        RestClient.builder()
            .requestFactory(requests)
            .baseUrl(settings.baseUrl().toString().replaceAll("/+$", ""))
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey())
            .build();
  }

  @Override
  public String name() {
    return "mall";
  }

  @Override
  public Health health() {
    return log.health();
  }

  @Override
  public String source() {
    return "mall";
  }

  @Override
  public boolean isDown() {
    return listing.isShut();
  }

  /** Orders first, then refunds; the mall lists by time and has no end of a range. */
  @Override
  public CallResult<MallListing.Page> happened(
      Instant from, Instant until, @Nullable String cursor) {
    var place = ListedPlace.of(cursor);
    return log.noted(listing.call(() -> listed(place, from, until)));
  }

  private CallResult<MallListing.Page> listed(ListedPlace place, Instant from, Instant until) {
    return read(
        fields -> place.page(fields, until),
        "/mall/v1/{what}?since={since}&cursor={cursor}",
        place.what(),
        from.toString(),
        place.cursor());
  }

  @Override
  public CallResult<MallGoods.Page> goods(@Nullable String cursor) {
    var from = cursor == null ? "" : cursor;
    return log.noted(
        listing.call(() -> read(HttpMall::goods, "/mall/v1/products?cursor={cursor}", from)));
  }

  private static MallGoods.Page goods(Fields answer) {
    var goods =
        answer.each("items").stream()
            .map(
                one ->
                    new Good(
                        one.text("productId"),
                        one.text("skuId"),
                        one.optional("code"),
                        one.text("title"),
                        one.cents("priceCents"),
                        one.whole("stock", 0, Integer.MAX_VALUE),
                        one.node().path("onSale").asBoolean(true)))
            .toList();
    return new MallGoods.Page(goods, answer.optional("next"));
  }

  private <T> CallResult<T> read(Function<Fields, T> reader, String uri, Object... values) {
    try {
      var body = client.get().uri(uri, values).retrieve().body(byte[].class);
      return body == null
          ? new CallResult.Broken<>("SIYU-3303", "the answer is empty")
          : new CallResult.Ok<>(reader.apply(Fields.of(body, "answer")));
    } catch (RestClientResponseException e) {
      return refused(e.getStatusCode(), retryAfter(e.getResponseHeaders()), e.getMessage());
    } catch (ResourceAccessException e) {
      return new CallResult.Retryable<>("SIYU-3301", reason(e), SOON);
    } catch (RestClientException e) {
      return new CallResult.Broken<>("SIYU-3303", reason(e));
    } catch (MalformedMallEvent e) {
      return new CallResult.Broken<>("SIYU-3167", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public CallResult<Coupon> issueCoupon(
      String idempotencyKey, String unionId, String template, Duration validFor) {
    var request = new CouponRequest(unionId, template, validFor.toSeconds());
    var first = issued(idempotencyKey, request);
    // The key makes a second try harmless, and it ends most doubts.
    return log.noted(
        first instanceof CallResult.Unknown<Coupon> ? issued(idempotencyKey, request) : first);
  }

  @Override
  public CallResult<Boolean> revoke(String couponCode) {
    return log.noted(revoked(couponCode));
  }

  private CallResult<Boolean> revoked(String couponCode) {
    try {
      client.post().uri("/mall/v1/coupons/{code}/revoke", couponCode).retrieve().toBodilessEntity();
      return new CallResult.Ok<>(true);
    } catch (RestClientResponseException e) {
      return refused(e.getStatusCode(), retryAfter(e.getResponseHeaders()), e.getMessage());
    } catch (ResourceAccessException e) {
      return new CallResult.Retryable<>("SIYU-3301", reason(e), SOON); // repeating does no harm
    } catch (RestClientException e) {
      return new CallResult.Unknown<>("SIYU-3303", reason(e));
    }
  }

  private CallResult<Coupon> issued(String idempotencyKey, CouponRequest request) {
    try {
      var coupon =
          client
              .post()
              .uri("/mall/v1/coupons")
              .header("Idempotency-Key", idempotencyKey)
              .contentType(MediaType.APPLICATION_JSON)
              .body(request)
              .retrieve()
              .body(Coupon.class);
      return coupon == null || coupon.code() == null
          ? new CallResult.Unknown<>("SIYU-3303", "the answer names no coupon")
          : new CallResult.Ok<>(coupon);
    } catch (RestClientResponseException e) {
      return refused(e.getStatusCode(), retryAfter(e.getResponseHeaders()), e.getMessage());
    } catch (ResourceAccessException e) {
      return noAnswer(e);
    } catch (RestClientException e) {
      return new CallResult.Unknown<>("SIYU-3303", "the answer cannot be read: " + reason(e));
    }
  }

  private static <T> CallResult<T> refused(
      HttpStatusCode status, Duration retryAfter, @Nullable String message) {
    var code = "HTTP-" + status.value();
    var reason = Objects.requireNonNullElse(message, code);
    return switch (status.value()) {
      case 429, 503 -> new CallResult.Retryable<>(code, reason, retryAfter);
      case 404, 409, 410 -> new CallResult.Declined<>(code, reason);
      default ->
          status.is4xxClientError()
              ? new CallResult.Broken<>(code, reason)
              : new CallResult.Unknown<>(code, reason);
    };
  }

  private static <T> CallResult<T> noAnswer(ResourceAccessException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
        return new CallResult.Retryable<>("SIYU-3301", reason(e), SOON);
      }
    }
    return new CallResult.Unknown<>("SIYU-3302", reason(e));
  }

  /** Seconds only; a mall that sends a date, or nothing, is asked again soon. */
  private static Duration retryAfter(@Nullable HttpHeaders headers) {
    var value = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
    return value != null && value.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Math.clamp(Long.parseLong(value), 1, MAX_PAUSE_SECONDS))
        : SOON;
  }

  private static String reason(RestClientException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
