package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;

/** The catalogue, made ready to be asked of tags. */
record Recognition(Catalogue catalogue, EmbedForms forms, ParkedMarkup parked, PlainElements plain) {
    Recognition(Catalogue catalogue) {
        this(catalogue, new EmbedForms(catalogue), new ParkedMarkup(catalogue), new PlainElements(catalogue));
    }
}
