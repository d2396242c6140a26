package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentPolicyTest {
    /** Policies of one page are separated by {@code &&} here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''|true|-|-",
                "script-src 'self'|true|-|-",
                "default-src 'self'|false|-|-",
                "default-src 'self' 'unsafe-inline'|true|-|-",
                "style-src 'self' 'UNSAFE-INLINE'|true|-|-",
                "STYLE-SRC 'self'; default-src 'unsafe-inline'|false|-|-",
                "style-src 'unsafe-inline' 'nonce-abc'|true|abc|-",
                "style-src 'unsafe-inline' 'sha256-YWJj'|false|-|-",
                "style-src-elem 'self'; style-src 'unsafe-inline'|false|-|-",
                "style-src-elem 'unsafe-inline'; style-src 'self'|true|-|-",
                "style-src-attr 'unsafe-inline'; style-src 'self'|false|-|-",
                "style-src 'unsafe-inline'; style-src 'none'|true|-|-",
                "script-src 'nonce-r4nd0m==' 'strict-dynamic'|true|-|r4nd0m==",
                "script-src-elem 'nonce-a'; script-src 'nonce-b'|true|-|a",
                "default-src 'nonce-x'|true|x|x",
                "default-src 'nonce-x\"><script>'|false|-|-",
                "style-src 'nonce-a', style-src 'nonce-b'|false|-|-",
                "style-src 'nonce-a' && style-src 'nonce-a' 'nonce-b'|true|a|-",
                "style-src 'nonce-a' && style-src 'unsafe-inline'|true|a|-",
                "style-src 'unsafe-inline' && default-src 'self'|false|-|-",
                "script-src 'nonce-a' && script-src 'nonce-b'|true|-|-",
                ";;  ;style-src|false|-|-"
            })
    void readsWhatMayStandInThePage(String policies, boolean inline, String styleNonce, String scriptNonce) {
        ContentPolicy policy = ContentPolicy.of(List.of(policies.split("&&")));

        assertThat(policy.inlineStyle()).isEqualTo(inline);
        assertThat(policy.styleNonce()).isEqualTo(Optional.ofNullable(styleNonce));
        assertThat(policy.scriptNonce()).isEqualTo(Optional.ofNullable(scriptNonce));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "style-src 'self'|true",
                "script-src 'self'|false",
                "default-src 'self'|false",
                "script-src 'self' 'unsafe-inline'|true",
                "script-src 'nonce-a' 'strict-dynamic'|true",
                "script-src 'unsafe-inline' 'sha256-YWJj'|false",
                "script-src 'unsafe-inline' 'strict-dynamic'|false",
                "script-src 'nonce-a' && script-src 'nonce-b'|false",
                "script-src 'nonce-a' && default-src 'self'|false"
            })
    void readsWhetherAScriptMayStandInThePage(String policies, boolean inline) {
        assertThat(ContentPolicy.of(List.of(policies.split("&&"))).inlineScript())
                .isEqualTo(inline);
    }

    @Test
    void withoutAPolicyEverythingMay() {
        assertThat(ContentPolicy.of(List.of()).inlineStyle()).isTrue();
    }
}
