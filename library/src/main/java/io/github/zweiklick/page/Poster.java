package io.github.zweiklick.page;

/**
 * A picture shown before an embed is loaded; it comes from the site itself.
 *
 * @param address as written by the author, else that of a picture which the server fetched
 * @param ofNetwork whether the network calls it the preview of its video, so that it has the video's place; else it is shown as
 *     it is
 */
public record Poster(String address, boolean ofNetwork) {}
