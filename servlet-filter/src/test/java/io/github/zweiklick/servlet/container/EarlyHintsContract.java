package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interim responses go out before the page: foreign hints must have been refused by then. Read from the socket. */
interface EarlyHintsContract extends ObservingContract {
    DeployedSite site();

    @ParameterizedTest
    @ValueSource(strings = {"/scene/early-hints", "/scene/early-hints-unwrapped"})
    default void hintsNameTheSitesOwnHostsOnly(String path) throws Exception {
        List<String> heads = heads(path);

        assertThat(heads).hasSize(2);
        assertOwnHints(heads.get(0));
        assertThat(heads.get(1)).startsWith("HTTP/1.1 200").doesNotContain("foreign.example");
    }

    @Test
    default void aPageBegunGoesOnAfterHints() throws Exception {
        List<String> heads = heads("/scene/early-hints-twice");

        assertThat(heads).hasSize(3);
        assertOwnHints(heads.get(0));
        assertThat(heads.get(0)).doesNotContain("/more.css");
        assertOwnHints(heads.get(1));
        assertThat(heads.get(1)).contains("/more.css");
        assertThat(answer("/scene/early-hints-twice")).containsSubsequence("begun", "data-zweiklick-blocked");
    }

    @Test
    default void lateHintsAreIgnored() throws Exception {
        assertThat(heads("/scene/early-hints-late"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 200")
                .doesNotContain("own.css");
    }

    @Test
    default void anObservedPageIsExaminedAfterHints() throws Exception {
        assertExamined("/scene/early-hints");
    }

    private static void assertOwnHints(String head) {
        assertThat(head)
                .startsWith("HTTP/1.1 103")
                .contains("</own.css>; rel=preload; as=style", "</own.js>; rel=preload; as=script")
                .doesNotContain("foreign.example")
                .doesNotContainIgnoringCase("etag:");
    }

    /** The heads of all responses to one request, the page's last; and the page is there, protected. */
    private List<String> heads(String path) throws Exception {
        String answer = answer(path);
        assertThat(answer).contains("data-zweiklick-blocked").doesNotContain(FRAME);
        return List.of(answer.substring(0, answer.indexOf("<!DOCTYPE")).split("\r\n\r\n")).stream()
                .filter(head -> head.startsWith("HTTP/"))
                .toList();
    }

    private String answer(String path) throws Exception {
        return site().raw("GET " + RunningWar.CONTEXT + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
