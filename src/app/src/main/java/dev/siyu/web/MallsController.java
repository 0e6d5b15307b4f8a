package dev.siyu.web;

import dev.siyu.looks.MallLooks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How well we and the malls agree (对账). */
@RestController
class MallsController {

  private static final Logger log = LoggerFactory.getLogger(MallsController.class);

  record Run(
      String reason,
      Instant from,
      Instant until,
      Instant startedAt,
      @Nullable Instant endedAt,
      int listed,
      int missing,
      @Nullable String note) {}

  record Mall(
      String source,
      @Nullable Instant agreedUntil,
      @Nullable Instant nextAt,
      long missingEver,
      List<Run> runs) {}

  private final ObjectProvider<MallLooks> looks;

  MallsController(ObjectProvider<MallLooks> looks) {
    this.looks = looks;
  }

  @GetMapping("/api/malls")
  List<Mall> malls() {
    return looks.stream().flatMap(one -> one.malls().stream()).map(MallsController::mall).toList();
  }

  private static Mall mall(MallLooks.Mall mall) {
    return new Mall(
        mall.source(),
        mall.agreedUntil(),
        mall.nextAt(),
        mall.missingEver(),
        mall.runs().stream()
            .map(
                run ->
                    new Run(
                        run.reason().name(),
                        run.from(),
                        run.until(),
                        run.startedAt(),
                        run.endedAt(),
                        run.listed(),
                        run.missing(),
                        run.note()))
            .toList());
  }

  @PostMapping("/api/malls/{source}/look")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void look(@PathVariable String source, Authentication who) {
    if (looks.stream().noneMatch(one -> one.lookNow(source))) {
      throw Problem.NOT_FOUND.failure();
    }
    log.info("{} had the list of {} looked at now", who.getName(), source);
  }
}
