package dev.siyu.simulator.wecom;

import java.time.Duration;

/**
 * WeCom's numbers for media (doc 90253).
 *
 * @param imageBytes 10 MB, JPG or PNG
 * @param videoBytes 10 MB, MP4
 * @param fileBytes 20 MB
 * @param life how long a media id is good (3 days)
 * @param attachments of one message (docs 92135, 92599: 9)
 */
public record MediaLimits(
    int imageBytes, int videoBytes, int fileBytes, Duration life, int attachments) {}
