package dev.siyu.layers;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where days begin.
 *
 * @param zone the shop's zone; facts are counted in its days
 */
@ConfigurationProperties("siyu")
record LayerSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
