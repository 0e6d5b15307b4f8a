package dev.siyu.artifacts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where expressions are tried: each on a thread of its own, and never more than a few at once. */
final class TrialBench {

  /** One that is stuck keeps its seat, so the stuck ones cannot become many. */
  private static final Semaphore SEATS = new Semaphore(4);

  static Trial of(String expression, Map<String, Object> example, Duration patience) {
    var wrong = Feel.problem(expression);
    if (wrong.isPresent()) {
      return switch (wrong.get()) {
        case UNBOUNDED ->
            refused(
                "SIYU-3620",
                "表达式过长、带循环或不支持的函数，或用了 now()",
                "the expression is unbounded, uses a function that is not allowed, or now()");
        case UNREADABLE -> refused("SIYU-3621", "这不是 FEEL 表达式", "this is not FEEL");
      };
    }
    if (!SEATS.tryAcquire()) {
      return refused(
          "SIYU-3681", "正在试算的人太多，请稍后再试", "too many are being tried; try again in a moment");
    }
    var text = expression.startsWith("=") ? expression.substring(1) : expression;
    return awaited(seated(new FutureTask<>(() -> computed(text, example))), patience);
  }

  private static FutureTask<Trial> seated(FutureTask<Trial> task) {
    Thread.ofPlatform()
        .daemon()
        .name("trial")
        .start(
            () -> {
              try {
                task.run();
              } finally {
                SEATS.release();
              }
            });
    return task;
  }

  private static Trial awaited(FutureTask<Trial> task, Duration patience) {
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      var seconds = patience.toSeconds();
      return refused(
          "SIYU-3680",
          "算了 %d 秒还没有结果，已停下".formatted(seconds),
          "no result within %d s; stopped".formatted(seconds));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return noResult("interrupted");
    } catch (ExecutionException e) {
      return noResult(String.valueOf(e.getCause()));
    }
  }

  private static Trial computed(String text, Map<String, Object> example) {
    var result = Feel.ENGINE.evaluateExpression(text, example);
    if (!result.isSuccess()) {
      return noResult(String.valueOf(result.failure().message()));
    }
    var value = result.result();
    return new Trial.Answer(value == null ? null : value.toString());
  }

  private static Trial noResult(String why) {
    return refused("SIYU-3622", "算不出：" + why, "no result: " + why);
  }

  private static Trial refused(String code, String message, String messageEn) {
    return new Trial.Refused(new Objection(code, message, messageEn));
  }

  private TrialBench() {}
}
