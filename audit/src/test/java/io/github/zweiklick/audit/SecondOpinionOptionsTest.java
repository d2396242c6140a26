package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a command asks for a second opinion. */
class SecondOpinionOptionsTest {

    /** One audit is made with the browsers it was begun with. */
    @Test
    void anAuditGoesOnWithTheSameOnly() {
        AuditOrder then = order(SecondBrowser.FIREFOX);
        AuditOrder now = order(SecondBrowser.FIREFOX, SecondBrowser.WEBKIT);
        assertThat(ResumedOrder.differences(then, now, SecondOpinionOptions.NAME::equals))
                .containsExactly("--second-opinion: firefox then, firefox,webkit now");
        assertThat(ResumedOrder.differences(then, order(), option -> false)).isEmpty();
        assertThat(ResumedOrder.of(then, order()).opinions()).containsExactly(SecondBrowser.FIREFOX);
    }

    private static AuditOrder order(SecondBrowser... opinions) {
        return new AuditOrder(
                List.of("http://stadt.test/"),
                Set.of(),
                BrowserOptions.standard(),
                List.of(),
                List.of(),
                "",
                ReportCommandsTest.AUDIT.file(),
                Duration.ofHours(1),
                1,
                List.of(opinions));
    }

    private static List<SecondBrowser> of(String words, SecondBrowser... installed) {
        SecondOpinionOptions options = new SecondOpinionOptions();
        options.browsers = List.of(words.split(","));
        return options.of(Main.command(), List.of(installed));
    }

    @Test
    void eachIsAskedOnceAndInTheSameOrder() {
        assertThat(of("webkit,present,firefox", SecondBrowser.FIREFOX, SecondBrowser.WEBKIT))
                .containsExactly(SecondBrowser.FIREFOX, SecondBrowser.WEBKIT);
        assertThat(of("present", SecondBrowser.WEBKIT)).containsExactly(SecondBrowser.WEBKIT);
        assertThat(of("present")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "firefox, --second-opinion firefox: Firefox is not installed (Debian: firefox-esr)",
        "'present,webkit', --second-opinion webkit: WebKit is not installed (Debian: webkit2gtk-driver",
        "Firefox, '--second-opinion Firefox: expected one of firefox, webkit, present'"
    })
    void oneThatIsNotThereIsAnErrorThatNamesTheRemedy(String words, String message) {
        assertThatThrownBy(() -> of(words)).hasMessageStartingWith(message);
    }
}
