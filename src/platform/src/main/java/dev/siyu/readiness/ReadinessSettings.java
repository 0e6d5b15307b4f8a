package dev.siyu.readiness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of the assessment and of the stage gates ({@code siyu.readiness.*}).
 *
 * @param frequency orders per buyer and year from which it is often, hundredths, 1 to 100000
 * @param margin gross margin from which it is high, basis points, 1 to 10000
 * @param historyDays days of own orders from which they are believed, 1 to 365
 * @param weak score below which a section is a gap, percent, 1 to 100
 * @param seedUsers seed users of gate 0 → 1 when bought often, 1 to 1000000
 * @param seedUsersMost upper end of the same, seedUsers to 1000000
 * @param seedUsersSeldom the same when bought seldom, 1 to 1000000
 * @param firstConversion share of customers with a first order that gate 0 → 1 wants, basis points
 * @param growth how many times the seed users gate 1 → 10 wants, 2 to 1000
 * @param growthConversion share it wants then: conversion falls as users grow, basis points
 * @param fillTime time a department has to fill its part in, PT1H to P60D
 * @param messageWait how long a message waits for the journey, PT1M to P7D
 */
@ConfigurationProperties("siyu.readiness")
record ReadinessSettings(
    @DefaultValue("400") int frequency,
    @DefaultValue("3500") int margin,
    @DefaultValue("90") int historyDays,
    @DefaultValue("50") int weak,
    @DefaultValue("3000") int seedUsers,
    @DefaultValue("5000") int seedUsersMost,
    @DefaultValue("1000") int seedUsersSeldom,
    @DefaultValue("1000") int firstConversion,
    @DefaultValue("10") int growth,
    @DefaultValue("600") int growthConversion,
    @DefaultValue("P6D") Duration fillTime,
    @DefaultValue("PT1H") Duration messageWait) {

  ReadinessSettings {
    between("frequency", frequency, 1, 100_000);
    between("margin", margin, 1, 10_000);
    between("history-days", historyDays, 1, 365);
    between("weak", weak, 1, 100);
    between("seed-users", seedUsers, 1, 1_000_000);
    between("seed-users-most", seedUsersMost, seedUsers, 1_000_000);
    between("seed-users-seldom", seedUsersSeldom, 1, 1_000_000);
    between("first-conversion", firstConversion, 1, 10_000);
    between("growth", growth, 2, 1_000);
    between("growth-conversion", growthConversion, 1, 10_000);
    between("fill-time", fillTime, Duration.ofHours(1), Duration.ofDays(60));
    between("message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }

  private static <T extends Comparable<T>> void between(String name, T value, T low, T high) {
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "siyu.readiness." + name + ": " + value + " (expected: " + low + " to " + high + ")");
    }
  }
}
