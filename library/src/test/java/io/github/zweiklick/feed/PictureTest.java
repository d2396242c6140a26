package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureTest {
    private static String name(String address) {
        return Picture.at(address).orElseThrow().name();
    }

    @Test
    void aSignedAddressIsTheSamePictureWhateverItsSignatureAndServer() {
        String name = name("https://scontent-fra3-1.cdn.example/v/t39.1-6/47_n.jpg?_nc_gid=a&oh=00_a&oe=6A1B");
        assertThat(name("https://scontent-ber1-2.cdn.example/v/t39.1-6/47_n.jpg?oh=00_b&oe=6A1C&_nc_gid=b"))
                .isEqualTo(name);
        assertThat(name("https://scontent-fra3-1.cdn.example/v/t39.1-6/48_n.jpg?oh=00_a&oe=6A1B"))
                .isNotEqualTo(name);
        assertThat(name("https://evil.example.org/v/t39.1-6/47_n.jpg?oh=00_a&oe=6A1B"))
                .isNotEqualTo(name);
    }

    @Test
    void otherAddressesAreAnotherPictureEach() {
        assertThat(name("https://a.example/picture?id=1")).isNotEqualTo(name("https://a.example/picture?id=2"));
        assertThat(name("https://a.example/p.jpg?oh=1")).isNotEqualTo(name("https://a.example/p.jpg?oh=2"));
        assertThat(name("https://a.example/p.jpg")).isNotEqualTo(name("https://b.example/p.jpg"));
        assertThat(name("http://localhost/p.jpg?oh=1&oe=2")).hasSize(22);
    }
}
