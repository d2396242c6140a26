package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of content of a service: a post, a video, a map.
 *
 * @param id unique within the service, lower-case ASCII
 * @param content what it is, for the texts
 * @param treatment what becomes of its pasted codes
 * @param instead what the operator can do instead, one sentence for findings
 * @param captures the values an embed of this kind consists of, by name
 * @param addresses the addresses by which it is known, in frames and in links
 * @param forms elements other than frames by which it is pasted
 * @param frame the frame's address, rebuilt from captures; empty where there is none
 * @param script the script embed, for services that exist only as a script
 * @param original the page at the network, for the plain link
 * @param size the frame's size where the pasted code says none
 */
public record EmbedKind(
        String id,
        Content content,
        Treatment treatment,
        Optional<String> instead,
        Map<String, Capture> captures,
        List<AddressPattern> addresses,
        List<Form> forms,
        Optional<AddressTemplate> frame,
        Optional<ScriptTemplate> script,
        AddressTemplate original,
        Size size) {

    /** What the embedded thing is; each has a word in every language. */
    public enum Content {
        POST,
        PROFILE,
        TIMELINE,
        VIDEO,
        PLAYLIST,
        CHANNEL,
        AUDIO,
        PICTURE,
        MAP,
        ROUTE,
        COMMENTS,
        FORM,
        DOCUMENT,
        SHARE,
        WIDGET
    }

    /** What becomes of a pasted code of this kind. */
    public enum Treatment {
        /** A placeholder, loadable where facts and frame are known. */
        PLACEHOLDER,
        /** A plain link to the original. */
        LINK,
        /** A box that names the service: it acts in the page and could not in a frame. */
        BOX,
        /** Removed with a finding: the network has switched the plugin off. */
        DEAD,
        /** Removed: there is nothing in it for visitors. */
        REMOVED
    }

    /** @param height in CSS pixels; {@code ratio} width:height such as 16:9 where the height follows the width */
    public record Size(Optional<Integer> width, Optional<Integer> height, Optional<String> ratio) {}
}
