package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** How one sender (WeCom or the mall) writes and repeats its messages. */
interface Post {

  /** Which facts the app is told, and in which words. */
  @FunctionalInterface
  interface Writer {
    @Nullable Parcel parcel(Fact fact, Moment moment);
  }

  String name();

  Writer writer();

  /** Built anew for each push: nonce and timestamp differ. */
  HttpRequest request(Parcel parcel);

  /** After so many pushes without success the sender forgets (or begins again, see Courier). */
  int pushes();

  /** Real milliseconds to wait after the n-th push failed. */
  long pauseMillis(int failed);
}
