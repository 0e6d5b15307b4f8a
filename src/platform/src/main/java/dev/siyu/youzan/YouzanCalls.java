package dev.siyu.youzan;

import dev.siyu.calls.CallResult;
import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import dev.siyu.wechat.CallBroken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import me.chanjar.weixin.common.error.WxErrorException;

/** Calls of Youzan's API: {@code POST /api/<name>/<version>?access_token=}. All of them read. */
final class YouzanCalls {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration TOO_OFTEN_PAUSE = Duration.ofMinutes(1);

  /** 4201..4203: the token is wrong, ended or taken back. */
  private static final Set<Integer> TOKEN_ENDED = Set.of(4201, 4202, 4203);

  /** 4204..: called too often; -1 and 5xxxx: busy. */
  private static final Set<Integer> TOO_OFTEN = Set.of(4204, 4205, 429);

  private final YouzanSettings settings;
  private final String base;
  private final HttpClient http;
  private final YouzanTokens tokens;

  YouzanCalls(YouzanSettings settings, Clock clock) {
    this.settings = settings;
    this.base = settings.baseUrl().toString().replaceAll("/+$", "");
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.tokens = new YouzanTokens(settings, clock, this::post);
  }

  /** One try; a second one only when the token had ended. */
  <T> CallResult<T> ask(String api, Object question, Function<Fields, T> read) {
    try {
      var token = tokens.current();
      var answer = call(api, question, token);
      if (TOKEN_ENDED.contains(code(answer))) {
        answer = call(api, question, tokens.renewed(token));
      }
      return judged(answer, read);
    } catch (WxErrorException e) {
      return new CallResult.Broken<>(
          String.valueOf(e.getError().getErrorCode()), String.valueOf(e.getError().getErrorMsg()));
    } catch (CallBroken e) {
      return new CallResult.Retryable<>("SIYU-3301", String.valueOf(e.getMessage()), SOON);
    } catch (MalformedMallEvent e) {
      return new CallResult.Broken<>("SIYU-3167", String.valueOf(e.getMessage()));
    }
  }

  private Fields call(String api, Object question, String token) {
    return post(
        "/api/" + api + "?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8),
        question);
  }

  private static <T> CallResult<T> judged(Fields answer, Function<Fields, T> read) {
    int code = code(answer);
    if (code == 200 && answer.node().path("success").asBoolean(true)) {
      return new CallResult.Ok<>(read.apply(answer.in("data")));
    }
    var reason = String.valueOf(answer.optional("message"));
    if (TOO_OFTEN.contains(code)) {
      return new CallResult.Retryable<>("" + code, reason, TOO_OFTEN_PAUSE);
    }
    return code < 0 || code / 10_000 == 5 || TOKEN_ENDED.contains(code)
        ? new CallResult.Retryable<>("" + code, reason, SOON)
        : new CallResult.Declined<>("" + code, reason);
  }

  /** Errors of the gateway come as gw_err_resp {err_code, err_msg}. */
  private static int code(Fields answer) {
    var gateway = answer.in("gw_err_resp").node().path("err_code");
    return gateway.isMissingNode() ? answer.node().path("code").asInt(-1) : gateway.asInt(-1);
  }

  private Fields post(String path, Object question) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(settings.readTimeout())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Fields.write(question)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw YouzanTokens.away(new IOException("HTTP " + answer.statusCode()));
      }
      return Fields.of(answer.body(), YouzanShop.SOURCE);
    } catch (IOException e) {
      throw YouzanTokens.away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw YouzanTokens.away(new IOException("interrupted", e));
    }
  }
}
