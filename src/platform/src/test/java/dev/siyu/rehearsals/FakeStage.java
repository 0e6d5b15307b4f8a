package dev.siyu.rehearsals;

import dev.siyu.TestRooms;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Plays until the curtain falls or somebody leaves. */
final class FakeStage implements Stage {

  private static final String REPORT =
      "{\"summary\":{\"touchesHash\":\"abc\",\"customers\":2,\"touches\":5,\"coverage\":80}}";
  private static final String STORY =
      "{\"touches\":1,\"refused\":0,\"orders\":1,\"paidCents\":5,\"digest\":\"d\",\"events\":[]}";

  /** A customer only the plays of one drawing have. */
  record Guest(String customer, String xml) {}

  final CountDownLatch curtain = new CountDownLatch(1);
  final List<Order> played = new CopyOnWriteArrayList<>();
  volatile Ending ending = new Ending.Done(REPORT);
  final AtomicInteger clearings = new AtomicInteger();
  final AtomicInteger clearingFails = new AtomicInteger();
  volatile @Nullable Error broken;
  volatile @Nullable Guest guest;

  @Override
  public Ending play(Order order, Audience audience) {
    played.add(order);
    var trouble = broken;
    if (trouble != null) {
      broken = null;
      throw trouble;
    }
    audience.progress(new Progress("PLAY", TestRooms.START, 1, 2));
    try {
      while (!curtain.await(20, TimeUnit.MILLISECONDS)) {
        if (audience.leaves()) {
          return new Ending.Cancelled();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ending instanceof Ending.Done) {
      audience.story("12345", STORY);
      var also = guest;
      if (also != null && order.drawings().getLast().xml().equals(also.xml())) {
        audience.story(also.customer(), STORY);
      }
    }
    return ending;
  }

  @Override
  public void clear() {
    clearings.incrementAndGet();
    if (clearingFails.getAndDecrement() > 0) {
      throw new IllegalStateException("a process of it does not end");
    }
  }
}
