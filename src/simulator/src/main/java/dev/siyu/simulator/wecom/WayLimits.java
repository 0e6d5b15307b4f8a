package dev.siyu.simulator.wecom;

/**
 * Limits of live codes (doc 92228).
 *
 * @param users behind one code (100; 41041 beyond)
 * @param perCorp codes of the corp, 联系我 and 加入群聊 together (500,000; 41045 beyond)
 */
public record WayLimits(int users, int perCorp) {}
