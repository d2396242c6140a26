package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.share.ShareLinks;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.share.ShariffWords;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue, made ready to be asked of tags.
 *
 * @param shariff empty where Shariff's markup is left alone
 */
record Recognition(
        Catalogue catalogue,
        EmbedForms forms,
        ParkedMarkup parked,
        PlainElements plain,
        ShareLinks shares,
        Optional<ShariffWords> shariff) {

    Recognition(Catalogue catalogue) {
        this(catalogue, ShareSettings.defaults());
    }

    Recognition(Catalogue catalogue, ShareSettings settings) {
        this(
                catalogue,
                new EmbedForms(catalogue),
                new ParkedMarkup(catalogue),
                new PlainElements(catalogue),
                new ShareLinks(catalogue, settings.services()),
                settings.shariff() ? Optional.of(ShariffWords.bundled()) : Optional.empty());
    }

    /** Of elements that are looked at besides the catalogue's: every div would be too many. */
    Set<String> classes() {
        String embed = "zweiklick-embed";
        return shariff.isPresent() ? Set.of(embed, ShariffElement.CLASS) : Set.of(embed);
    }
}
