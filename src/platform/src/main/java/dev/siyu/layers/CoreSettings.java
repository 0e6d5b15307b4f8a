package dev.siyu.layers;

import dev.siyu.settings.Bounds;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large the core circle is and who cares for it.
 *
 * @param places members a staff group may have for each {@code groupSize} customers, 1..50
 * @param groupSize customers of one staff member that give {@code places} places, 50..500 (WeCom: a
 *     group holds 500)
 * @param perOperator members one operator cares for, 1..20 (practice: 15 to 20)
 * @param operators who cares for members, as {@code userId=zone prefix|zone prefix}, for example
 *     {@code chen.jing=Europe/London|Europe/Dublin}; without zones for everybody
 * @param roundDay the weekday on which free places are given out
 * @param roundAt the shop's local time of it
 * @param settled how long somebody must have qualified before an invitation, P0D..P90D; the
 *     after-sale period, so that returns show first
 * @param pause how long nobody is asked again after silence or leaving, P30D..P730D
 */
@ConfigurationProperties("siyu.core")
record CoreSettings(
    @DefaultValue("10") int places,
    @DefaultValue("500") int groupSize,
    @DefaultValue("20") int perOperator,
    @DefaultValue({
          "chen.jing=Europe/London",
          "liu.yang=Europe/London",
          "sun.lei=Europe/",
          "zhao.min="
        })
        List<String> operators,
    @DefaultValue("MONDAY") DayOfWeek roundDay,
    @DefaultValue("10:00") LocalTime roundAt,
    @DefaultValue("P15D") Duration settled,
    @DefaultValue("P180D") Duration pause) {

  CoreSettings {
    Bounds.between("siyu.core.places", places, 1, 50);
    Bounds.between("siyu.core.group-size", groupSize, 50, 500);
    Bounds.between("siyu.core.per-operator", perOperator, 1, 20);
    Bounds.between("siyu.core.settled", settled, Duration.ZERO, Duration.ofDays(90));
    Bounds.between("siyu.core.pause", pause, Duration.ofDays(30), Duration.ofDays(730));
    operators = List.copyOf(operators);
    if (operators.isEmpty()
        || operators.stream().anyMatch(one -> one.isBlank() || one.startsWith("="))) {
      throw new IllegalArgumentException(
          "siyu.core.operators: " + operators + " (expected: one or more as userId=zone|zone)");
    }
  }

  List<Operator> operatorList() {
    return operators.stream().map(Operator::read).toList();
  }
}
