package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.share.ShareLinks;
import io.github.zweiklick.share.ShareSettings;

/** The catalogue, made ready to be asked of tags. */
record Recognition(Catalogue catalogue, EmbedForms forms, ParkedMarkup parked, PlainElements plain, ShareLinks shares) {
    Recognition(Catalogue catalogue) {
        this(catalogue, ShareSettings.defaults());
    }

    Recognition(Catalogue catalogue, ShareSettings settings) {
        this(
                catalogue,
                new EmbedForms(catalogue),
                new ParkedMarkup(catalogue),
                new PlainElements(catalogue),
                new ShareLinks(catalogue, settings.services()));
    }
}
