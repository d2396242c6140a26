package io.github.zweiklick.catalogue;

import java.util.Map;
import java.util.Optional;

/**
 * How a network demands that its posts be shown, where it does.
 *
 * @param mark shown beside the author: data of an SVG path in a square of {@link #MARK}, its inner areas empty (even-odd)
 * @param linksAuthor whether picture and name lead to the author's page, and the picture stands in every layout
 * @param actions addresses at the network where readers do something about a post; the capture {@link #ID} is the last segment of
 *     the path of its address
 */
public record PostDisplay(Optional<String> mark, boolean linksAuthor, Map<Action, AddressTemplate> actions) {
    /** Name of the capture that actions are built from. */
    public static final String ID = "id";

    /** Width and height of a mark, in CSS pixels. */
    public static final int MARK = 20;

    /** Nothing is demanded. */
    public static final PostDisplay FREE = new PostDisplay(Optional.empty(), false, Map.of());

    public PostDisplay {
        actions = Map.copyOf(actions);
    }

    /** What a reader does about a post; each has a word in every language. */
    public enum Action {
        REPLY,
        SHARE,
        LIKE
    }

    /**
     * The address for an action.
     *
     * @param id of the post
     * @return empty where the network has none
     */
    public Optional<String> address(Action action, String id) {
        return Optional.ofNullable(actions.get(action)).map(template -> template.expand(Map.of(ID, id)));
    }
}
