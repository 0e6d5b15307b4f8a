package dev.siyu.simulator.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One received call, kept for comparison by tests.
 *
 * @param kind the API's last path part, for example {@code send_welcome_msg} or {@code coupons}
 * @param keys its key fields, for example welcomeCode, externalUserId, staffUserId
 * @param hash the first 16 hex digits of the SHA-256 of the body
 * @param code WeCom's errcode or the mall's HTTP status
 * @param fault the fault that touched it, if any
 */
public record Call(
    String kind, Map<String, String> keys, String hash, int code, @Nullable String fault) {}
