package dev.siyu.rehearsalroom;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a rehearsal may use.
 *
 * @param longest real time after which it is ended, 1 min to 12 h
 * @param appHeap of the product on the stage, 256 MB to 8 GB
 * @param brokerHeap of its broker, 256 MB to 8 GB
 * @param sharedBuffers of its PostgreSQL, 64 MB to 4 GB
 */
@ConfigurationProperties("siyu.rehearsals")
record RoomSettings(
    @DefaultValue("PT1H") Duration longest,
    @DefaultValue("640MB") DataSize appHeap,
    @DefaultValue("768MB") DataSize brokerHeap,
    @DefaultValue("256MB") DataSize sharedBuffers) {

  RoomSettings {
    Bounds.between("siyu.rehearsals.longest", longest, Duration.ofMinutes(1), Duration.ofHours(12));
    Bounds.between(
        "siyu.rehearsals.app-heap", appHeap, DataSize.ofMegabytes(256), DataSize.ofGigabytes(8));
    Bounds.between(
        "siyu.rehearsals.broker-heap",
        brokerHeap,
        DataSize.ofMegabytes(256),
        DataSize.ofGigabytes(8));
    Bounds.between(
        "siyu.rehearsals.shared-buffers",
        sharedBuffers,
        DataSize.ofMegabytes(64),
        DataSize.ofGigabytes(4));
  }
}
