package dev.siyu.bench;

import java.time.Clock;
import java.util.Locale;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Customers and events of the product run, with the sample mode's public secrets. */
final class Sample {

  private static final WxCryptUtil CIPHER =
      new WxCryptUtil(
          "sampleCallbackToken",
          "sampleAesKey0123456789abcdefghijklmnopqrstu",
          "sampleCorp00000001");
  private static final String JSON = "application/json";

  private Sample() {}

  static String externalUserId(int n) {
    return "wmBench%08d".formatted(n);
  }

  static String unionId(int n) {
    return "unionBench%08d".formatted(n);
  }

  /** Tells the simulator that a customer adds a staff member; the callback follows at once. */
  static byte[] add(int n) {
    var body =
        """
        {"externalUserId":"%s","unionId":"%s","name":"Bench %d","staffUserId":"staff-1",\
        "state":"parcel-card"}"""
            .formatted(externalUserId(n), unionId(n), n);
    return Wire.post("/sim/wecom/adds", JSON, body);
  }

  static byte[] order(int n) {
    var body =
        """
        {"orderId":"bench-%d","unionId":"%s","amountCents":12900,"lineCount":2,"country":"China"}"""
            .formatted(n, unionId(n));
    return Wire.post("/sim/mall/orders", JSON, body);
  }

  /** A callback as WeCom sends most: encrypted, signed, of a kind that moves no journey. */
  static byte[] edit(int n, int customer) {
    long now = Clock.systemUTC().instant().getEpochSecond(); // stale ones are refused
    var plain =
        """
        <xml><ToUserName><![CDATA[sampleCorp00000001]]></ToUserName>\
        <FromUserName><![CDATA[sys]]></FromUserName><CreateTime>%d</CreateTime>\
        <MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event>\
        <ChangeType><![CDATA[edit_external_contact]]></ChangeType>\
        <UserID><![CDATA[staff-1]]></UserID><ExternalUserID><![CDATA[%s]]></ExternalUserID>\
        <State><![CDATA[bench-%d]]></State></xml>"""
            .formatted(now, externalUserId(customer), n);
    var nonce = Integer.toString(1_000_000 + n);
    var timestamp = Long.toString(now);
    var encrypted = CIPHER.encrypt("0123456789abcdef", plain);
    var signature =
        me.chanjar.weixin.common.util.crypto.SHA1.gen(
            "sampleCallbackToken", timestamp, nonce, encrypted);
    var body =
        "<xml><ToUserName><![CDATA[sampleCorp00000001]]></ToUserName><Encrypt><![CDATA["
            + encrypted
            + "]]></Encrypt><AgentID><![CDATA[]]></AgentID></xml>";
    var path =
        String.format(
            Locale.ROOT,
            "/callbacks/wecom?msg_signature=%s&timestamp=%s&nonce=%s",
            signature,
            timestamp,
            nonce);
    return Wire.post(path, "text/xml", body);
  }
}
