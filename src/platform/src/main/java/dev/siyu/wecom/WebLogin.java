package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.net.URI;

/** Tells which member opened a page inside WeCom (网页授权; WeCom: docs 91022, 91023). */
public interface WebLogin {

  /** False without an app of ours: then nobody can be told. */
  boolean isOn();

  /**
   * Where the member's WeCom is sent; it comes back with {@code code} and {@code state}.
   *
   * @param back under the app's trusted domain (可信域名)
   * @param state 1 to 128 letters and digits
   */
  URI authorize(URI back, String state);

  /**
   * User id of the member the code was given for; a code is good once, within 5 minutes. 40029: it
   * is not (any more); NOT_A_MEMBER: somebody outside the company.
   */
  CallResult<String> member(String code);
}
