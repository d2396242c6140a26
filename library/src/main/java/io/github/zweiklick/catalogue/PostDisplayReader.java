package io.github.zweiklick.catalogue;

import io.github.zweiklick.catalogue.PostDisplay.Action;
import io.github.zweiklick.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a network demands that its posts be shown. */
final class PostDisplayReader {
    private static final int LONGEST_ID = 100;
    private static final Pattern PATH = Pattern.compile("[MmLlHhVvCcSsQqTtAaZz0-9 .,-]{1,2000}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    private PostDisplayReader() {}

    static PostDisplay read(JsonObject json) {
        json.allow("mark", "linksAuthor", "actions");
        return new PostDisplay(
                json.string("mark").map(path -> path(json, path)),
                json.flag("linksAuthor").orElse(false),
                json.object("actions").map(PostDisplayReader::actions).orElse(Map.of()));
    }

    private static String path(JsonObject json, String path) {
        if (!PATH.matcher(path).matches()) {
            throw json.wrong("mark", "write the data of an SVG path: commands and numbers, at most 2000 characters");
        }
        return path;
    }

    private static Map<Action, AddressTemplate> actions(JsonObject json) {
        TemplateReader templates = new TemplateReader(
                Map.of(PostDisplay.ID, new Capture(Capture.Type.TOKEN, true, Optional.of(ID), List.of(), LONGEST_ID)));
        Map<Action, AddressTemplate> actions = new EnumMap<>(Action.class);
        json.allow("reply", "share", "like");
        for (Action action : Action.values()) {
            String name = action.name().toLowerCase(Locale.ROOT);
            if (json.has(name)) {
                actions.put(action, templates.read(json, name));
            }
        }
        return actions;
    }
}
