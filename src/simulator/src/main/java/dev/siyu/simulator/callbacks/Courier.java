package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.WorldFact;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the facts of one sender to the app. Real WeCom forgets after three pushes; here a parcel
 * is kept for {@code redeliverFor} (zero: forget like the real one) and tried again.
 */
final class Courier implements Projection {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int HOPELESS_ROUNDS = 20;

  private final Post post;
  private final Post.Writer writer;
  private final Faults faults;
  private final Pause pause;
  private final Road road;
  private final Duration redeliverFor;
  private final Supplier<Journal> journal;
  private final Lanes lanes = new Lanes();
  private final Map<String, Parcel> beforeStart = new LinkedHashMap<>();
  private final AtomicLong pushed = new AtomicLong();
  private long delivered;
  private long lost;
  private boolean started;

  Courier(
      Post post,
      Faults faults,
      Pause pause,
      Road road,
      Duration redeliverFor,
      Supplier<Journal> journal) {
    this.post = post;
    this.writer = post.writer();
    this.faults = faults;
    this.pause = pause;
    this.road = road;
    this.redeliverFor = redeliverFor;
    this.journal = journal;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof WorldFact.CallbackDone done && done.id().startsWith(post.name() + "-")) {
      beforeStart.remove(done.id().substring(post.name().length() + 1));
      delivered += done.delivered() ? 1 : 0;
      lost += done.delivered() ? 0 : 1;
    }
    Parcel parcel = writer.parcel(fact, moment);
    if (parcel == null) {
      return;
    }
    if (started) {
      queue(parcel);
    } else {
      beforeStart.put(parcel.id(), parcel);
    }
  }

  /** Called under the journal's lock, once the journal is read. */
  void start(int senders) {
    started = true;
    if (!beforeStart.isEmpty()) {
      LOG.info(
          "{}: {} callbacks from before, delivering them now", post.name(), beforeStart.size());
    }
    beforeStart.values().forEach(this::queue);
    beforeStart.clear();
    for (int i = 0; i < senders; i++) {
      Thread.ofVirtual().name(post.name() + "-sender-" + i).start(this::deliver);
    }
  }

  int waiting() {
    return lanes.waiting();
  }

  Map<String, Long> counts() {
    return Map.of(
        "waiting",
        (long) lanes.waiting(),
        "pushed",
        pushed.get(),
        "delivered",
        delivered,
        "lost",
        lost);
  }

  private void queue(Parcel parcel) {
    Trouble trouble = faults.draw(Fault.Target.CALLBACKS, parcel.kind());
    int copies = trouble.has(Fault.Kind.DUPLICATE) ? faults.number(3) : 0;
    long window = trouble.hit(Fault.Kind.SHUFFLE).map(Fault::millis).orElse(0L);
    for (int copy = 0; copy <= copies; copy++) {
      Delivery delivery = new Delivery(parcel, trouble, copy > 0);
      boolean alone = window > 0;
      String subject = alone ? parcel.id() + "#" + copy : parcel.subject();
      lanes.add(subject, delivery, alone ? faults.number((int) window) : 0);
    }
  }

  private void deliver() {
    try {
      while (!pause.millis(0)) {
        Lane lane = lanes.take();
        deliver(lane, lanes.head(lane));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Lane lane, Delivery delivery) throws InterruptedException {
    if (delivery.trouble().has(Fault.Kind.DROP)) {
      finish(lane, delivery, false);
      return;
    }
    pause.millis(delivery.pushes() == 0 ? delivery.trouble().latencyMillis() : 0);
    Push push = road.push(post.request(delivery.parcel()));
    delivery.pushed();
    pushed.incrementAndGet();
    switch (push) {
      case Push.Accepted accepted -> finish(lane, delivery, true);
      case Push.Refused refused -> {
        boolean never = refused.status() == 409 || refused.status() == 413;
        boolean hopeless =
            refused.status() < 500 && delivery.pushes() >= HOPELESS_ROUNDS * post.pushes();
        again(lane, delivery, "HTTP " + refused.status(), never || hopeless);
      }
      case Push.Unanswered unanswered -> again(lane, delivery, unanswered.why(), false);
    }
  }

  private void again(Lane lane, Delivery delivery, String why, boolean giveUp) {
    boolean roundOver = delivery.pushes() % post.pushes() == 0;
    boolean tooOld = delivery.ageNanos() >= redeliverFor.toNanos();
    if (giveUp || (roundOver && tooOld)) {
      LOG.warn(
          "{} {} of {} is lost after {} pushes ({}); only reconciliation finds it now",
          post.name(),
          delivery.parcel().kind(),
          delivery.parcel().subject(),
          delivery.pushes(),
          why);
      finish(lane, delivery, false);
    } else {
      lanes.later(lane, post.pauseMillis(delivery.pushes()));
    }
  }

  private void finish(Lane lane, Delivery delivery, boolean accepted) {
    if (!delivery.copy()) {
      String id = post.name() + "-" + delivery.parcel().id();
      journal.get().note(new WorldFact.CallbackDone(id, accepted, delivery.pushes()));
    }
    lanes.done(lane);
  }
}
