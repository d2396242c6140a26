package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.feed.Budget;
import io.github.zweiklick.feed.FeedSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsConfigurationTest {
    private static final String ORIGIN = "\"origin\": \"https://www.musterstadt.example\", ";

    private static FeedSettings feeds(String member) {
        return Configuration.parse("{" + ORIGIN + "\"feeds\": " + member + "}", "zweiklick.json")
                .feeds();
    }

    private static FeedSettings source(String members) {
        return feeds("{\"sources\": {\"rathaus\": {" + members + "}}}");
    }

    @Test
    void aSourceHasItsKindsIntervalAndShowsOnlyItsOwnPosts() {
        FeedSettings.Source source = source(
                        "\"kind\": \"mastodon\", \"base\": \"https://social.example/\", \"account\": \"stadt\"")
                .sources()
                .get(0);
        assertThat(source.given().address("base")).isEqualTo("https://social.example");
        assertThat(source.others()).isEqualTo(FeedSettings.Others.LINK);
        assertThat(source.given().limit()).isEqualTo(20);
        assertThat(source.upstream().keeping().refresh()).isEqualTo(Duration.ofMinutes(15));
        assertThat(source.upstream().keeping().keep()).isEqualTo(Duration.ofDays(1));
        assertThat(source.upstream().reach().configured()).containsExactly("https://social.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"kind\": \"mastodom\"' | did you mean \"mastodon\"?",
                "'\"base\": \"https://a.example\"' | kind",
                "'\"kind\": \"mastodon\", \"account\": \"a\"' | base",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\"' | write either \"account\"",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"acount\": \"a\"' | account",
                "'\"kind\": \"mastodon\", \"base\": \"ftp://a.example\", \"account\": \"a\"' | write an address such as",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\", \"others\": \"show\"' | write"
                        + " \"rights\" beside it",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\", \"token\": \"abc\"' | secrets do"
                        + " not stand in the file",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\", \"limit\": 0' | limit",
                "'\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\", \"refresh\": \"1 second\"' |"
                        + " refresh",
            })
    void whatIsWrongIsToldWithTheRemedy(String members, String told) {
        assertThatThrownBy(() -> source(members))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("feeds")
                .hasMessageContaining(told)
                .hasMessageNotContaining("abc");
    }

    @Test
    void aSecretInTheWrongPlaceIsNotQuoted() {
        assertThatThrownBy(() -> source("\"kind\": \"mastodon\", \"token\": \"s3cr3t\", \"base\": true"))
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void whatCostsMoneyIsBounded() {
        String token = "\"token\": {\"file\": \"" + Path.of("pom.xml").toAbsolutePath() + "\"}";
        String x = "\"kind\": \"x\", \"user\": \"stadt\", \"limit\": 10, " + token;
        assertThat(source(x).sources().get(0).budget()).contains(new Budget(500, 5_000));
        assertThat(source(x + ", \"budget\": {\"perDay\": 90}").sources().get(0).budget())
                .contains(new Budget(90, 5_000));
        assertThatThrownBy(() -> source(x + ", \"budget\": {\"perDay\": 89}")).hasMessageContaining("90");
        assertThatThrownBy(() -> source("\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\","
                        + " \"budget\": {\"perDay\": 90}"))
                .hasMessageContaining("nothing is charged");
    }

    @Test
    void idsStandInAddressesAndMarkup() {
        assertThatThrownBy(() -> feeds("{\"sources\": {\"Rat Haus\": {\"kind\": \"mastodon\"}}}"))
                .hasMessageContaining("lower-case letters");
        assertThatThrownBy(() -> feeds("{\"timeZone\": \"Berlin\"}")).hasMessageContaining("Europe/Berlin");
    }

    @Test
    void networksAreToldWhoAsks() {
        assertThatThrownBy(() -> Configuration.parse(
                        "{\"feeds\": {\"sources\": {\"a\": {\"kind\": \"mastodon\", \"base\": \"https://a.example\","
                                + " \"account\": \"a\"}}}}",
                        "zweiklick.json"))
                .hasMessageContaining("origin");
    }

    @Test
    void singlePostsAreAskedForOfWhatIsNamed() {
        FeedSettings.Singles posts = feeds("""
                        {"sources": {"rathaus": {"kind": "mastodon", "base": "https://social.example", "account": "stadt"}},
                         "posts": {"sources": ["rathaus"], "pasted": true, "networks": {"youtube": {"account": "@Stadt"}}}}""").posts();
        assertThat(posts.sources()).containsExactly("rathaus");
        assertThat(posts.pasted()).isTrue();
        FeedSettings.Network network = posts.networks().get(0);
        assertThat(network.id()).isEqualTo("posts:youtube");
        assertThat(network.others()).isEqualTo(FeedSettings.Others.LINK);
        assertThat(network.upstream().keeping().refresh()).isEqualTo(Duration.ofHours(1));
        assertThat(network.upstream().reach().origins()).containsExactly("https://www.youtube.com");
        assertThat(network.upstream().reach().configured()).isEmpty();
        assertThat(feeds("{}").posts()).isEqualTo(FeedSettings.Singles.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"sources\": [\"rathhaus\"]' | did you mean \"rathaus\"?",
                "'\"sources\": [\"blog\"]' | cannot be asked for single posts",
                "'\"networks\": {\"youtub\": {}}' | did you mean \"youtube\"?",
                "'\"networks\": {\"youtube\": {\"acount\": \"a\"}}' | account",
                "'\"networks\": {\"youtube\": {\"others\": \"show\"}}' | write \"rights\" beside it",
                "'\"networks\": {\"youtube\": true}' | object",
                "'\"pasted\": true' | which \"sources\" or \"networks\"",
                "'\"past\": true' | pasted",
            })
    void whatIsWrongWithSinglePostsIsToldWithTheRemedy(String members, String told) {
        assertThatThrownBy(() -> feeds("""
                        {"sources": {"rathaus": {"kind": "mastodon", "base": "https://social.example", "account": "stadt"},
                           "blog": {"kind": "feed", "address": "https://blog.example/feed"}},
                         "posts": {%s}}""".formatted(members)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("posts")
                .hasMessageContaining(told);
    }

    @Test
    void networksOfSinglePostsAreToldWhoAsks() {
        assertThatThrownBy(() -> Configuration.parse(
                        "{\"feeds\": {\"posts\": {\"networks\": {\"youtube\": {}}}}}", "zweiklick.json"))
                .hasMessageContaining("origin");
    }

    @Test
    void aSiteIsAnAddress() {
        assertThatThrownBy(
                        () -> source(
                                "\"kind\": \"mastodon\", \"base\": \"https://a.example\", \"account\": \"a\", \"site\": \"a b\""))
                .hasMessageContaining("\"site\"");
    }
}
