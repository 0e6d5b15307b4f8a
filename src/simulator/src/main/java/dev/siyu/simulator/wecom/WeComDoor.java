package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Call;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.wecom.Apis.Entrance;
import dev.siyu.simulator.wecom.Apis.Wants;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /cgi-bin/...}: troubles, tokens and limits first, then the API itself. */
public final class WeComDoor {

  private final Journal journal;
  private final Faults faults;
  private final Pause pause;
  private final Tokens tokens;
  private final Apis apis;
  private final Windows perMinute;
  private final Windows perHour;
  private final Semaphore markTag;

  public WeComDoor(WeComWorld world, Journal journal, Faults faults, Pause pause) {
    this.journal = journal;
    this.faults = faults;
    this.pause = pause;
    this.tokens = world.tokens();
    this.apis = world.apis();
    this.perMinute = new Windows(60, world.settings().callsPerMinute());
    this.perHour = new Windows(3600, world.settings().callsPerHour());
    this.markTag = new Semaphore(world.settings().markTagConcurrent());
  }

  public Answer answer(Request request) {
    String path = request.tail();
    Entrance entrance = apis.find(path);
    if (entrance == null) {
      return Answer.json(refused(Codes.NO_API, "no such API: " + path).json());
    }
    String kind = path.substring(path.lastIndexOf('/') + 1);
    boolean narrow = kind.equals("mark_tag");
    if (narrow && !markTag.tryAcquire()) {
      Reply reply = refused(Codes.TOO_PARALLEL, "api concurrent out of limit");
      return Answer.json(recorded(request, kind, null, (asked, draft) -> reply).json());
    }
    try {
      return troubled(request, kind, entrance);
    } finally {
      if (narrow) {
        markTag.release();
      }
    }
  }

  private Answer troubled(Request request, String kind, Entrance entrance) {
    Trouble trouble = faults.draw(Fault.Target.WECOM, kind);
    pause.millis(trouble.latencyMillis());
    Fault halfOpen = trouble.hit(Fault.Kind.HALF_OPEN).orElse(null);
    if (halfOpen != null) {
      return new Answer.Silence(halfOpen.millis());
    }
    Fault status = trouble.hit(Fault.Kind.STATUS).orElse(null);
    if (status != null) {
      Reply lost = refused(status.code(), "HTTP status by fault");
      recorded(request, kind, trouble.name(), (asked, draft) -> lost);
      return Answer.error(status.code(), "simulated");
    }
    Fault errcode = trouble.hit(Fault.Kind.ERRCODE).orElse(null);
    Reply reply =
        recorded(
            request,
            kind,
            trouble.name(),
            (asked, draft) ->
                errcode == null
                    ? guarded(request, kind, entrance, asked, draft)
                    : refused(errcode.code(), "by fault"));
    return trouble
        .hit(Fault.Kind.TIMEOUT_AFTER_EFFECT)
        .<Answer>map(fault -> new Answer.Silence(fault.millis()))
        .orElseGet(() -> Answer.json(reply.json()));
  }

  private Reply guarded(Request request, String kind, Entrance entrance, Asked asked, Draft draft) {
    if (entrance.wants() != Wants.NOTHING) {
      boolean appOnly = entrance.wants() == Wants.APP_TOKEN;
      Reply refusal = tokens.refusal(request.query("access_token", ""), appOnly, draft.at());
      if (refusal != null) {
        return refusal;
      }
    }
    if (!perMinute.take(kind, draft.at()) || !perHour.take(kind, draft.at())) {
      return refused(Codes.TOO_OFTEN, "api freq out of limit");
    }
    return entrance.api().answer(asked, draft);
  }

  /** Answers and writes the call with its effects as one line. */
  private Reply recorded(Request request, String kind, @Nullable String fault, Api api) {
    return journal.write(
        draft -> {
          Asked asked = Asked.of(Json.MAPPER.createObjectNode());
          Reply reply;
          try {
            asked = Asked.of(body(request));
            reply = api.answer(asked, draft);
          } catch (BadRequest e) {
            reply = refused(Codes.NOT_JSON, "data format error: " + e.getMessage());
          }
          draft.call(
              new Call(kind, asked.keys(), Hashes.of(request.body()), reply.errcode(), fault));
          return reply;
        });
  }

  private static JsonNode body(Request request) {
    if (Upload.is(request)) {
      return Upload.read(request);
    }
    return request.method().equals("GET")
        ? Json.MAPPER.valueToTree(request.query())
        : Json.read(request.body());
  }
}
