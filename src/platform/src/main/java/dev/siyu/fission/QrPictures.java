package dev.siyu.fission;

import dev.siyu.calls.CallResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Fetches the picture of a live code from the address WeCom gave (doc 92228, qr_code). */
@Component
class QrPictures {

  private static final int MOST_BYTES = 2 << 20;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final HttpClient http;
  private final FissionSettings settings;

  QrPictures(FissionSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.qrTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  CallResult<BufferedImage> at(String address) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address)).timeout(settings.qrTimeout()).build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200 || answer.body().length > MOST_BYTES) {
        return again("HTTP " + answer.statusCode());
      }
      var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
      return image == null ? again("no picture") : new CallResult.Ok<>(image);
    } catch (IOException e) {
      return again(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new CallResult.Broken<>(
          "SIYU-8304", "qr_code: " + address + " (expected: an address)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return again("interrupted");
    }
  }

  private static <T> CallResult<T> again(String why) {
    return new CallResult.Retryable<>("SIYU-8303", "picture of the live code: " + why, SOON);
  }
}
