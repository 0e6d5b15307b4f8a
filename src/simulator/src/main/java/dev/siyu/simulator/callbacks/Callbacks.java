package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Projection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The two senders, WeCom and the mall, as one. */
public final class Callbacks implements AutoCloseable {

  private final AtomicReference<Journal> journal = new AtomicReference<>();
  private final CallbackSettings settings;
  private final Road road;
  private final WeComPost weComPost;
  private final Courier weCom;
  private final Courier mall;

  public Callbacks(CallbackSettings settings, Faults faults, Pause pause) {
    this.settings = settings;
    this.road = new Road(pause);
    WeComCrypto crypto = new WeComCrypto(settings.token(), settings.aesKey(), settings.corpId());
    this.weComPost = new WeComPost(settings.appUrl(), crypto, journal::get);
    MallPost mallPost = new MallPost(settings.appUrl(), settings.webhookSecret(), journal::get);
    this.weCom = new Courier(weComPost, faults, pause, road, settings.redeliverFor(), journal::get);
    this.mall = new Courier(mallPost, faults, pause, road, settings.redeliverFor(), journal::get);
  }

  public List<Projection> views() {
    return List.of(weCom, mall);
  }

  /** Delivers from now on, first what an earlier life left over. */
  public void start(Journal open) {
    journal.set(open);
    open.read(
        () -> {
          weCom.start(settings.senders());
          mall.start(settings.senders());
          return true;
        });
  }

  /** Callbacks the app has not accepted yet, extra copies included. */
  public int waiting() {
    return weCom.waiting() + mall.waiting();
  }

  public Map<String, Object> counts() {
    return Map.of("wecom", weCom.counts(), "mall", mall.counts());
  }

  /** Does what WeCom does when the callback address is saved; true when the echo is right. */
  public boolean checkAddress() throws IOException, InterruptedException {
    String echo = UUID.randomUUID().toString();
    HttpResponse<String> answer = road.ask(weComPost.check(echo));
    return answer.statusCode() == 200 && answer.body().equals(echo);
  }

  @Override
  public void close() {
    road.close();
  }
}
