package io.github.zweiklick.upstream;

/**
 * One upstream as it is configured.
 *
 * @param id by which it is named in the configuration, the status and the findings
 * @param reach where its interface is
 */
public record UpstreamSettings(String id, Reach.Api reach, Limits limits, Keeping keeping) {}
