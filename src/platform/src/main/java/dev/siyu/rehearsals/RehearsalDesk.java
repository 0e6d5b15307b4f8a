package dev.siyu.rehearsals;

import dev.siyu.journeys.DrawingPlan;
import dev.siyu.journeys.DrawingRefused;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests, and shows what became of them. */
@Component
class RehearsalDesk implements Rehearsals {

  private static final int FIRST_DIFFERENCES = 50;

  private final RehearsalTable table;
  private final StoryTable stories;
  private final OwnCustomers own;
  private final ObjectProvider<JourneyStudio> studio;
  private final RehearsalSettings settings;
  private final TransactionTemplate transactions;
  private final JsonMapper json = JsonMapper.shared();
  private final Clock clock;

  RehearsalDesk(
      RehearsalTable table,
      StoryTable stories,
      OwnCustomers own,
      ObjectProvider<JourneyStudio> studio,
      RehearsalSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.stories = stories;
    this.own = own;
    this.studio = studio;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public long ask(
      Play play, @Nullable Play against, Scenario scenario, List<Stage.File> files, String who) {
    check(play);
    if (against != null) {
      check(against);
    }
    int wanted = against == null ? 1 : 2;
    if (!settings.enabled()) {
      throw new RehearsalRefused("SIYU-3713", "siyu.rehearsals.enabled: false (expected: true)");
    }
    if (table.waiting() + wanted > settings.queue()) {
      throw new RehearsalRefused(
          "SIYU-3712", "queue: full (expected: at most " + settings.queue() + " waiting)");
    }
    var recording = recording(scenario, files);
    var hash =
        DigestUtils.sha256Hex(
            json.writeValueAsString(scenario) + json.writeValueAsString(recording));
    return transactions.execute(
        status -> {
          long first =
              table.add(fresh(play, scenario, hash, recording, null, who), clock.instant());
          if (against != null) {
            long second =
                table.add(fresh(against, scenario, hash, recording, first, who), clock.instant());
            table.pair(first, second);
          }
          return first;
        });
  }

  private static RehearsalTable.Fresh fresh(
      Play play,
      Scenario scenario,
      String hash,
      List<Stage.File> files,
      @Nullable Long pair,
      String who) {
    return new RehearsalTable.Fresh(
        play, DigestUtils.sha256Hex(play.xml()), scenario, hash, files, pair, who);
  }

  /** A drawing of another journey is refused: its report would stand beside the wrong one. */
  private void check(Play play) {
    var findings = studio.getObject().check(play.xml());
    if (findings.stream().anyMatch(found -> found.severity() == Finding.Severity.ERROR)) {
      throw new DrawingRefused(findings);
    }
    var drawn = DrawingPlan.of(play.xml()).processId();
    if (!drawn.equals(play.processId())) {
      throw new RehearsalRefused(
          "SIYU-8153", "drawing: " + drawn + " (expected: " + play.processId() + ")");
    }
  }

  private List<Stage.File> recording(Scenario scenario, List<Stage.File> files) {
    if ((scenario.source() == Scenario.Source.UPLOAD) == files.isEmpty()) {
      throw new RehearsalRefused(
          "SIYU-3711", "files: " + files.size() + " (expected: with the source UPLOAD, only then)");
    }
    var behaviour = scenario.behaviour();
    return switch (scenario.source()) {
      case SAMPLE -> List.of();
      case UPLOAD -> files;
      case OWN -> own.files(scenario.from(), scenario.to());
      case ONE ->
          own.one(scenario.from(), scenario.to(), Objects.requireNonNull(scenario.customer()));
      case MADE_UP ->
          MadeUp.files(
              Objects.requireNonNull(behaviour), scenario.from(), scenario.to(), scenario.seed());
    };
  }

  @Override
  public List<View> list(@Nullable String processId, int limit) {
    return table.list(processId, limit);
  }

  @Override
  public Optional<View> find(long id) {
    return table.find(id);
  }

  @Override
  public Optional<String> report(long id) {
    return table.report(id);
  }

  @Override
  public Optional<String> drawing(long id) {
    return table.find(id).map(found -> table.content(id).drawing());
  }

  @Override
  public List<Guest> guests(long id, @Nullable String search, int limit) {
    return stories.guests(id, search, limit);
  }

  @Override
  public Optional<String> story(long id, String customer) {
    return stories.story(id, customer);
  }

  @Override
  public Comparison compare(long one, long other) {
    var first = ended(one);
    var second = ended(other);
    if (!first.scenarioHash().equals(second.scenarioHash())) {
      throw new RehearsalRefused(
          "SIYU-3714", one + " and " + other + " played different scenarios (expected: the same)");
    }
    var differing = stories.differing(one, other, FIRST_DIFFERENCES);
    return new Comparison(
        first, second, stories.customers(one, other), differing.count(), differing.first());
  }

  private View ended(long id) {
    return table
        .find(id)
        .filter(view -> view.state() == State.DONE)
        .orElseThrow(
            () -> new RehearsalRefused("SIYU-3714", id + " (expected: one that has ended)"));
  }

  @Override
  public boolean cancel(long id, String who) {
    return table.cancel(id, who, clock.instant());
  }

  @Override
  public Optional<Summary> latest(String xml) {
    return table.latest(DigestUtils.sha256Hex(xml)).map(View::summary);
  }
}
