package dev.siyu.simulator.wecom;

import java.util.LinkedHashMap;
import java.util.Map;

/** WeCom's answer: always HTTP 200, the truth is in errcode. */
record Reply(int errcode, String errmsg, Map<String, Object> fields) {

  static Reply ok(Map<String, Object> fields) {
    return new Reply(0, "ok", fields);
  }

  static Reply ok() {
    return ok(Map.of());
  }

  static Reply refused(int errcode, String errmsg) {
    return new Reply(errcode, errmsg, Map.of());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("errcode", errcode);
    json.put("errmsg", errmsg);
    json.putAll(fields);
    return json;
  }
}
