package dev.siyu.simulator.control;

import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Call;
import dev.siyu.simulator.journal.Entry;
import dev.siyu.simulator.journal.Journal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Received calls as JSON lines, read from the journal's file. */
final class CallLog {

  private static final int BUFFER = 1 << 16;

  private final Journal journal;

  CallLog(Journal journal) {
    this.journal = journal;
  }

  /** {@code ?kind=a,b} keeps these kinds, {@code &since=} only later sequence numbers. */
  Answer lines(Request request) {
    String kinds = request.query("kind", "");
    String since = request.query("since", "").isEmpty() ? "0" : request.query("since", "");
    if (!since.matches("\\d{1,18}")) {
      throw new BadRequest("since: " + since + " (expected: a sequence number)");
    }
    long after = Long.parseLong(since);
    return new Answer.Stream(
        "application/x-ndjson; charset=utf-8",
        out -> {
          OutputStream lines = new BufferedOutputStream(out, BUFFER);
          journal.forEachCall(entry -> write(entry, after, kinds, lines));
          lines.flush();
        });
  }

  private static void write(Entry entry, long after, String kinds, OutputStream out) {
    Call call = entry.call();
    if (call == null || entry.seq() <= after || !wanted(call.kind(), kinds)) {
      return;
    }
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("seq", entry.seq());
    line.put("at", entry.at().toString());
    line.put("kind", call.kind());
    line.putAll(call.keys());
    line.put("hash", call.hash());
    line.put("errcode", call.code());
    line.put("fault", call.fault());
    try {
      out.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean wanted(String kind, String kinds) {
    return kinds.isEmpty() || ("," + kinds + ",").contains("," + kind + ",");
  }
}
