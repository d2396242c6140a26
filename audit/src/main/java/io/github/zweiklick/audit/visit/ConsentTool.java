package io.github.zweiklick.audit.visit;

import java.util.List;

/**
 * How pages of a consent tool are asked. Each list holds selectors to be tried in turn: the first that is seen counts.
 *
 * @param name as reports tell it
 * @param shown what is seen while the tool asks; {@code host >>> inner} looks into an open shadow root
 * @param accept buttons that consent to everything
 * @param decline buttons that decline everything; empty where the tool has none
 * @param reopen what has the tool ask again
 * @param stores names of its own cookies and entries, which keep the choice; may end in a star
 */
public record ConsentTool(
        String name,
        String shown,
        List<String> accept,
        List<String> decline,
        List<String> reopen,
        List<String> stores) {

    public ConsentTool {
        accept = List.copyOf(accept);
        decline = List.copyOf(decline);
        reopen = List.copyOf(reopen);
        stores = List.copyOf(stores);
    }
}
