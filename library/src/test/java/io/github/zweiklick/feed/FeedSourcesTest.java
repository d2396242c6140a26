package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"bluesky", "feed", "mastodon", "vimeo", "youtube"})
    void kindsOfThisLibrary(String kind) {
        FeedSources sources = FeedSources.all();
        assertThat(sources.kinds()).contains(kind);
        FeedSource source = sources.named(kind).orElseThrow();
        assertThat(source.kind()).isEqualTo(kind);
        assertThat(source.settings()).extracting(FeedSource.Setting::key).doesNotHaveDuplicates();
        assertThat(source.refresh()).isGreaterThanOrEqualTo(source.least());
    }

    @Test
    void noOther() {
        assertThat(FeedSources.all().named("geocities")).isEmpty();
    }
}
