package dev.siyu.wecom;

import dev.siyu.calls.CallResult;

/**
 * Group welcomes (入群欢迎语素材, doc 92366): texts that owners choose for their groups in WeCom; at most
 * 100 (41055 beyond).
 */
public interface GroupWelcomes {

  /** Creates one and answers its id; {@code notify}: WeCom tells the owners of groups. */
  CallResult<String> add(String text, boolean notify);

  CallResult<Boolean> edit(String templateId, String text);

  /** The text as WeCom has it. */
  CallResult<String> get(String templateId);

  CallResult<Boolean> delete(String templateId);
}
