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

/** The senders, WeCom and the malls, as one. */
public final class Callbacks implements AutoCloseable {

  private final AtomicReference<Journal> journal = new AtomicReference<>();
  private final CallbackSettings settings;
  private final Road road;
  private final WeComPost weComPost;
  private final Courier weCom;
  private final Courier mall;
  private final Courier store;
  private final Courier youzan;

  public Callbacks(CallbackSettings settings, Faults faults, Pause pause) {
    this.settings = settings;
    this.road = new Road(pause);
    WeComCrypto crypto = new WeComCrypto(settings.token(), settings.aesKey(), settings.corpId());
    this.weComPost = new WeComPost(settings.appUrl(), crypto, journal::get);
    MallPost mallPost = new MallPost(settings.appUrl(), settings.webhookSecret(), journal::get);
    this.weCom = new Courier(weComPost, faults, pause, road, settings.redeliverFor(), journal::get);
    this.mall = courier(mallPost, faults, pause);
    CallbackSettings.Shops shops = settings.shops();
    this.store =
        courier(
            new StorePost(
                settings.appUrl(),
                new WeComCrypto(shops.storeToken(), shops.storeAesKey(), shops.storeAppId()),
                journal::get,
                shops.storeInXml(),
                shops.retrySpeed()),
            faults,
            pause);
    this.youzan =
        courier(
            new YouzanPost(
                settings.appUrl(),
                shops.youzanClientId(),
                shops.youzanClientSecret(),
                shops.youzanKdtId(),
                shops.retrySpeed()),
            faults,
            pause);
  }

  private Courier courier(Post post, Faults faults, Pause pause) {
    return new Courier(post, faults, pause, road, settings.redeliverFor(), journal::get);
  }

  private List<Courier> all() {
    return List.of(weCom, mall, store, youzan);
  }

  public List<Projection> views() {
    return List.copyOf(all());
  }

  /** Delivers from now on, first what an earlier life left over. */
  public void start(Journal open) {
    journal.set(open);
    open.read(
        () -> {
          all().forEach(courier -> courier.start(settings.senders()));
          return true;
        });
  }

  /** Callbacks the app has not accepted yet, extra copies included. */
  public int waiting() {
    return all().stream().mapToInt(Courier::waiting).sum();
  }

  public Map<String, Object> counts() {
    return Map.of(
        "wecom", weCom.counts(),
        "mall", mall.counts(),
        "wxstore", store.counts(),
        "youzan", youzan.counts());
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
