package dev.siyu.readiness;

import dev.siyu.settings.Bounds;
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
    Bounds.between("siyu.readiness.frequency", frequency, 1, 100_000);
    Bounds.between("siyu.readiness.margin", margin, 1, 10_000);
    Bounds.between("siyu.readiness.history-days", historyDays, 1, 365);
    Bounds.between("siyu.readiness.weak", weak, 1, 100);
    Bounds.between("siyu.readiness.seed-users", seedUsers, 1, 1_000_000);
    Bounds.between("siyu.readiness.seed-users-most", seedUsersMost, seedUsers, 1_000_000);
    Bounds.between("siyu.readiness.seed-users-seldom", seedUsersSeldom, 1, 1_000_000);
    Bounds.between("siyu.readiness.first-conversion", firstConversion, 1, 10_000);
    Bounds.between("siyu.readiness.growth", growth, 2, 1_000);
    Bounds.between("siyu.readiness.growth-conversion", growthConversion, 1, 10_000);
    Bounds.between("siyu.readiness.fill-time", fillTime, Duration.ofHours(1), Duration.ofDays(60));
    Bounds.between(
        "siyu.readiness.message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }
}
