package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.zweiklick.Admin;
import io.github.zweiklick.Configuration;
import io.github.zweiklick.Configuration.Forwarded;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.Zweiklick;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @BeforeEach
    void request() {
        when(request.getRemoteAddr()).thenReturn("10.0.0.1");
        when(request.getHeaders(anyString())).thenAnswer(call -> Collections.emptyEnumeration());
    }

    @Test
    void nobodyByDefault() {
        when(request.isUserInRole(anyString())).thenReturn(true);
        assertThat(Admission.of(Admin.nobody()).admits(request, List.of("127.0.0.1")))
                .isFalse();
    }

    @Test
    void aRoleAlone() {
        Admission admission = Admission.of(new Admin(Optional.of("amt"), List.of()));
        assertThat(admission.admits(request, List.of("203.0.113.9"))).isFalse();
        when(request.isUserInRole("amt")).thenReturn(true);
        assertThat(admission.admits(request, List.of("203.0.113.9"))).isTrue();
    }

    @Test
    void allAddressesToldMustBeAdmitted() {
        Admission admission = Admission.of(new Admin(Optional.empty(), List.of("10.1.0.0/16", "fd00::/8")));
        assertThat(admission.admits(request, List.of("10.1.2.3"))).isTrue();
        assertThat(admission.admits(request, List.of("10.1.2.3", "fd00::1"))).isTrue();
        assertThat(admission.admits(request, List.of("10.1.2.3", "203.0.113.9")))
                .isFalse();
        assertThat(admission.admits(request, List.of("unknown"))).isFalse();
    }

    @Test
    void bothWhereBothAreSet() {
        Admission admission = Admission.of(new Admin(Optional.of("amt"), List.of("10.1.0.0/16")));
        assertThat(admission.admits(request, List.of("10.1.2.3"))).isFalse();
        when(request.isUserInRole("amt")).thenReturn(true);
        assertThat(admission.admits(request, List.of("10.1.2.3"))).isTrue();
        assertThat(admission.admits(request, List.of("10.2.2.3"))).isFalse();
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> Admission.of(new Admin(Optional.empty(), List.of("10.0.0.0/99"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("10.0.0.0/99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                     | -                        | 10.0.0.1",
                "-                                     | 203.0.113.9              | 203.0.113.9",
                // What stands left of the first untrusted address is the visitor's invention.
                "-                                     | 10.1.2.3, 203.0.113.9    | 203.0.113.9",
                "-                                     | 10.1.2.3, 10.0.0.2       | 10.1.2.3",
                "-                                     | 203.0.113.9:4711         | 203.0.113.9",
                "for=10.1.2.3                          | -                        | 10.1.2.3",
                "for=10.1.2.3, for=203.0.113.9         | -                        | 203.0.113.9",
                "for=\"[2001:db8::1]:4711\";proto=https | -                      | [2001:db8::1]",
                "proto=https                           | -                        | unknown",
                "for=_hidden                           | -                        | _hidden",
                // The proxy writes one of the two; the other is what the visitor sent.
                "for=10.1.2.3                          | 203.0.113.9              | 10.1.2.3;203.0.113.9",
            })
    void clientsAreToldByTrustedProxies(String forwarded, String custom, String expected) {
        header("Forwarded", forwarded);
        header("X-Forwarded-For", custom);
        assertThat(clients(Forwarded.EITHER)).containsExactly(expected.split(";"));
    }

    @Test
    void nobodyElseIsBelieved() {
        header("X-Forwarded-For", "10.1.2.3");
        header("Forwarded", "for=10.1.2.3");
        when(request.getRemoteAddr()).thenReturn("203.0.113.9");
        assertThat(clients(Forwarded.EITHER)).containsExactly("203.0.113.9");
    }

    @Test
    void onlyTheHeaderTheProxyWritesCounts() {
        header("Forwarded", "for=10.1.2.3");
        header("X-Forwarded-For", "203.0.113.9");
        assertThat(clients(Forwarded.X_FORWARDED)).containsExactly("203.0.113.9");
        assertThat(clients(Forwarded.RFC7239)).containsExactly("10.1.2.3");
    }

    /** A proxy whose address is admitted, and of which nobody has said that it is one, lets nobody in by it. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void whoComesByAProxyThatNobodyTrustsIsNotAdmittedByAddress(String header) {
        Admission admission = Admission.of(new Admin(Optional.empty(), List.of("10.0.0.1")));
        List<String> nearest = List.of("10.0.0.1");
        assertThat(admission.admits(request, nearest)).isTrue();
        when(request.getHeader(header)).thenReturn("10.0.0.1");
        assertThat(admission.admits(request, nearest)).isFalse();
        passage("{\"trustedProxies\": [\"192.0.2.1\"]}");
        assertThat(admission.admits(request, nearest)).isFalse();
        passage("{\"trustedProxies\": [\"10.0.0.0/8\"]}");
        assertThat(admission.admits(request, nearest)).isTrue();
    }

    @Test
    void norDoesItMatterWhereARoleAloneIsAskedFor() {
        when(request.getHeader("X-Forwarded-For")).thenReturn("203.0.113.9");
        when(request.isUserInRole("amt")).thenReturn(true);
        assertThat(Admission.of(new Admin(Optional.of("amt"), List.of())).admits(request, List.of("10.0.0.1")))
                .isTrue();
    }

    private void passage(String configuration) {
        Passage passage = new Passage(
                RunningSite.of(Zweiklick.of(Configuration.parse(configuration, "zweiklick.json"))), Optional.empty());
        when(request.getAttribute("io.github.zweiklick.servlet.passage")).thenReturn(passage);
    }

    private List<String> clients(Forwarded written) {
        return ClientAddresses.of(request, written, address -> address.startsWith("10.0.0."));
    }

    private void header(String name, String value) {
        if (value != null) {
            when(request.getHeaders(name)).thenAnswer(call -> Collections.enumeration(List.of(value)));
        }
    }
}
