package io.github.zweiklick.media;

/**
 * How the pictures are just now.
 *
 * @param held pictures kept, each in all its widths
 * @param bytes of these
 * @param mostBytes how many bytes are kept at most
 * @param fetched pictures fetched and made ready since the start
 * @param failed how often one could not be fetched, or was none
 * @param waiting pictures that are being fetched or are to be
 */
public record MediaStatus(long held, long bytes, long mostBytes, long fetched, long failed, long waiting) {}
