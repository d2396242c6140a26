package io.github.zweiklick.policy;

/** One header line. */
public record HeaderLine(String name, String value) {}
