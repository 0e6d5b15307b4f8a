package dev.siyu.mall;

import org.jspecify.annotations.Nullable;

/**
 * The ids a mall knows a buyer by.
 *
 * @param openId the mall's own id
 * @param phone as the mall gives it, often masked
 */
public record MallBuyer(@Nullable String openId, @Nullable String unionId, @Nullable String phone) {

  @Override
  public String toString() {
    return "MallBuyer[openId=" + openId + ", unionId=" + unionId + "]"; // no phone in logs
  }
}
