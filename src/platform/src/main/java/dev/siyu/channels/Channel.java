package dev.siyu.channels;

/**
 * A source channel (渠道) such as parcel card or store QR.
 *
 * @param code stable code, also the {@code state} of the live code (WeCom: at most 30 characters)
 * @param hook what the customer is offered for adding us: COUPON, KNOWLEDGE or GIFT
 * @param welcomeContent key of the welcome text in {@code content}
 */
public record Channel(String code, String name, String hook, String welcomeContent) {}
