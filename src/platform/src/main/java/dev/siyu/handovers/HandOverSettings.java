package dev.siyu.handovers;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are handed over ({@code siyu.hand-overs.*}); the numbers are WeCom's (docs 92125,
 * 94081) unless said otherwise.
 *
 * @param perCall customers in one call, 1..100
 * @param most transfers of one customer of a working member within {@code within}, 1..100 (40128)
 * @param within 1..365 days
 * @param takeOver when WeCom lets the receiver take over, 1 h..7 d
 * @param margin ours: waited beyond that before asking for results, 0..1 d
 * @param lookAgain ours: between two looks at results that are still open, 1 min..2 d
 * @param giveUp ours: after that a transfer without result goes to people, 1 d..30 d
 * @param callsPerStep ours: calls one job makes, 1..500; a job has 30 s
 * @param rounds ours: receivers tried for one customer, 1..10
 * @param customersPerAccount WeCom's cap of a member, 1..1,000,000 (20,000)
 * @param message what a customer reads when the receiver has taken over, up to 200 characters
 */
@ConfigurationProperties("siyu.hand-overs")
record HandOverSettings(
    @DefaultValue("100") int perCall,
    @DefaultValue("2") int most,
    @DefaultValue("P90D") Duration within,
    @DefaultValue("PT24H") Duration takeOver,
    @DefaultValue("PT30M") Duration margin,
    @DefaultValue("PT6H") Duration lookAgain,
    @DefaultValue("P3D") Duration giveUp,
    @DefaultValue("20") int callsPerStep,
    @DefaultValue("3") int rounds,
    @DefaultValue("20000") int customersPerAccount,
    @DefaultValue("您好，我是您的新专属顾问，后续由我继续为您服务。") String message) {

  HandOverSettings {
    Bounds.between("siyu.hand-overs.per-call", perCall, 1, 100);
    Bounds.between("siyu.hand-overs.most", most, 1, 100);
    Bounds.between("siyu.hand-overs.within", within, Duration.ofDays(1), Duration.ofDays(365));
    Bounds.between("siyu.hand-overs.take-over", takeOver, Duration.ofHours(1), Duration.ofDays(7));
    Bounds.between("siyu.hand-overs.margin", margin, Duration.ZERO, Duration.ofDays(1));
    Bounds.between(
        "siyu.hand-overs.look-again", lookAgain, Duration.ofMinutes(1), Duration.ofDays(2));
    Bounds.between("siyu.hand-overs.give-up", giveUp, Duration.ofDays(1), Duration.ofDays(30));
    Bounds.between("siyu.hand-overs.calls-per-step", callsPerStep, 1, 500);
    Bounds.between("siyu.hand-overs.rounds", rounds, 1, 10);
    Bounds.between("siyu.hand-overs.customers-per-account", customersPerAccount, 1, 1_000_000);
    Bounds.between("siyu.hand-overs.message (characters)", message.length(), 1, 200);
  }
}
