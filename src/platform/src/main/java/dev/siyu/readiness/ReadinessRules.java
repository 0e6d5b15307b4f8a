package dev.siyu.readiness;

import org.springframework.stereotype.Component;

/** What decides, as people read it. */
@Component
public class ReadinessRules {

  /**
   * @param frequency orders per buyer and year, hundredths
   * @param marginBp gross margin, basis points
   * @param weak score below which a section is a gap, percent
   */
  public record Limits(int frequency, int marginBp, int historyDays, int weak) {}

  private final VerdictTable verdicts;
  private final ReadinessSettings settings;

  ReadinessRules(VerdictTable verdicts, ReadinessSettings settings) {
    this.verdicts = verdicts;
    this.settings = settings;
  }

  /** The decision table as DMN. */
  public String table() {
    return verdicts.xml();
  }

  public Limits limits() {
    return new Limits(
        settings.frequency(), settings.margin(), settings.historyDays(), settings.weak());
  }
}
