package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledServicesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebook",
                "x",
                "instagram",
                "youtube",
                "vimeo",
                "mastodon",
                "bluesky",
                "google-maps",
                "openstreetmap"
            })
    void reads(String id) {
        Service service = new ServiceReader().read(BundledServices.text(id + ".json"), id + ".json");
        assertThat(service.id()).isEqualTo(id);
    }
}
