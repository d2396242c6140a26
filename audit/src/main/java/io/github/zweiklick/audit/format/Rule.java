package io.github.zweiklick.audit.format;

/**
 * What is looked for.
 *
 * @param id stable, lower case with hyphens
 * @param title a few words
 * @param help what it means and what to do about it
 * @param level of what is found, as a rule
 */
public record Rule(String id, String title, String help, Problem.Level level) {}
