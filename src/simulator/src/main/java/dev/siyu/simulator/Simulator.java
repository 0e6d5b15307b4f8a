package dev.siyu.simulator;

import dev.siyu.simulator.callbacks.Callbacks;
import dev.siyu.simulator.control.CallSummary;
import dev.siyu.simulator.control.ControlDoor;
import dev.siyu.simulator.control.ShopHappenings;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Server;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.SimulatedClock;
import dev.siyu.simulator.journal.WorldFact;
import dev.siyu.simulator.mall.MallDoor;
import dev.siyu.simulator.mall.MallWorld;
import dev.siyu.simulator.phone.LoginDoor;
import dev.siyu.simulator.phone.PagesDoor;
import dev.siyu.simulator.phone.Phones;
import dev.siyu.simulator.shops.ShopWorld;
import dev.siyu.simulator.shops.StoreDoor;
import dev.siyu.simulator.shops.YouzanDoor;
import dev.siyu.simulator.wecom.PostDesk;
import dev.siyu.simulator.wecom.StaffDesk;
import dev.siyu.simulator.wecom.TransferDesk;
import dev.siyu.simulator.wecom.WeComDoor;
import dev.siyu.simulator.wecom.WeComWorld;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One process that plays WeCom and a mall. Runs until closed. */
public final class Simulator implements AutoCloseable {

  private static final long DESK_ROUND_MILLIS = 200;

  private final Pause pause = new Pause();
  private final Callbacks callbacks;
  private final Journal journal;
  private final Server server;
  private final StaffDesk desk;
  private final TransferDesk transfers;
  private final PostDesk posts;

  /** Reads the journal, then serves and delivers. */
  public Simulator(Settings settings) throws IOException {
    Faults faults = new Faults();
    SimulatedClock clock = new SimulatedClock(base(settings), 0);
    WeComWorld weCom = new WeComWorld(settings.weCom());
    MallWorld mall = new MallWorld();
    ShopWorld shops = new ShopWorld();
    CallSummary summary = new CallSummary();
    this.callbacks = new Callbacks(settings.callbacks(), faults, pause);
    List<Projection> views = new ArrayList<>(weCom.views());
    views.add(mall);
    views.add(shops);
    views.add(summary);
    Phones phones = new Phones();
    views.add(phones);
    views.addAll(callbacks.views());
    this.server = new Server(settings.port(), pause);
    this.journal = new Journal(settings.data(), clock, views);
    Long offset = settings.offsetMillis();
    if (offset != null && offset != clock.offsetMillis()) {
      journal.note(new WorldFact.ClockSet(offset));
    }
    this.desk = weCom.desk(journal);
    this.transfers = weCom.transferDesk(journal);
    this.posts = weCom.postDesk(journal);
    ControlDoor control =
        new ControlDoor(
            journal,
            clock,
            faults,
            callbacks,
            desk,
            summary,
            weCom,
            mall,
            new ShopHappenings(shops),
            settings.shops());
    StoreDoor store = new StoreDoor(shops, settings.shops(), journal, faults, pause);
    YouzanDoor youzan = new YouzanDoor(shops, settings.shops(), journal, faults, pause);
    server
        .route("/cgi-bin/", new WeComDoor(weCom, journal, faults, pause)::answer)
        .route("/cgi-bin/token", store::token)
        .route("/channels/ec/", store::answer)
        .route("/auth/token", youzan::token)
        .route("/api/", youzan::answer)
        .route(
            "/mall/v1/", new MallDoor(mall, shops, journal, faults, pause, settings.mall())::answer)
        .route(
            "/wwopen/qr/",
            weCom.qrDoor(journal, () -> "http://127.0.0.1:" + server.port() + "/wwopen/qr/")
                ::answer)
        .route("/connect/oauth2/authorize", new LoginDoor(journal, weCom)::answer)
        .route("/sim/", control::answer)
        .route(
            "/",
            new PagesDoor(
                    journal,
                    weCom,
                    mall,
                    phones,
                    desk,
                    faults,
                    summary,
                    control,
                    callbacks::waiting)
                ::answer);
    server.start();
    callbacks.start(journal);
    Thread.ofVirtual().name("staff-desk").start(this::confirm);
  }

  private static Clock base(Settings settings) {
    Instant stands = settings.standsAt();
    return stands == null ? Clock.systemUTC() : Clock.fixed(stands, ZoneOffset.UTC);
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() throws IOException {
    pause.close();
    server.close();
    callbacks.close();
    journal.close();
  }

  private void confirm() {
    while (!pause.millis(DESK_ROUND_MILLIS)) {
      desk.confirmDue();
      transfers.endDue();
      posts.publishDue();
    }
  }

  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("jdk.httpclient.keepalive.timeout", "15");
    System.setProperty("logback.configurationFile", "simulator-logback.xml");
    try {
      Simulator simulator = new Simulator(Settings.of(System.getenv(), args));
      System.out.println("simulator ready on http://127.0.0.1:" + simulator.port());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("simulator refuses to start: " + e.getMessage());
      System.exit(2);
    }
  }
}
