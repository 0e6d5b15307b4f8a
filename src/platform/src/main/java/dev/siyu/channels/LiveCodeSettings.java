package dev.siyu.channels;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live codes Siyu keeps at WeCom.
 *
 * @param create whether missing live codes are created at start
 * @param staff WeCom user ids adds are spread over, 1..100 (WeCom: 联系我 has at most 100 users)
 * @param dailyCap adds per staff member and day a code is meant for, 1..10000
 */
@ConfigurationProperties("siyu.live-codes")
record LiveCodeSettings(
    @DefaultValue("true") boolean create,
    @DefaultValue({"li.na", "wang.fang", "zhang.wei"}) List<String> staff,
    @DefaultValue("200") int dailyCap) {

  LiveCodeSettings {
    if (staff.isEmpty() || staff.size() > 100) {
      throw new IllegalArgumentException(
          "siyu.live-codes.staff: " + staff.size() + " members (expected: 1..100)");
    }
    if (dailyCap < 1 || dailyCap > 10_000) {
      throw new IllegalArgumentException(
          "siyu.live-codes.daily-cap: " + dailyCap + " (expected: 1..10000 adds)");
    }
    staff = List.copyOf(staff);
  }
}
