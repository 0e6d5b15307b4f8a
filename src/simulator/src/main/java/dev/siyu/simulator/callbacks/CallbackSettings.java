package dev.siyu.simulator.callbacks;

import java.time.Duration;

/**
 * Where and how the app is called.
 *
 * @param senders pushes in flight per sender (WeCom, mall)
 * @param redeliverFor real time an undelivered callback is kept; zero: lost after its pushes
 */
public record CallbackSettings(
    String appUrl,
    String corpId,
    String token,
    String aesKey,
    String webhookSecret,
    int senders,
    Duration redeliverFor) {}
