package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rewriter asks the catalogue. */
interface Recogniser {
    List<Service> services();

    /** By the address alone. */
    Optional<Embed> recognise(WebUrl address);

    /** By an address that an element of this kind holds. */
    Optional<Embed> recognise(Service service, EmbedKind kind, WebUrl address);

    /** By an address an author has marked as an embed. */
    Optional<Embed> recogniseLink(WebUrl address);

    Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures);

    Optional<Service> companion(WebUrl address);

    Optional<Service> serviceOfHost(String host);

    static Recogniser of(Catalogue catalogue) {
        return new Recogniser() {
            @Override
            public List<Service> services() {
                return catalogue.services();
            }

            @Override
            public Optional<Embed> recognise(WebUrl address) {
                return catalogue.recognise(address);
            }

            @Override
            public Optional<Embed> recognise(Service service, EmbedKind kind, WebUrl address) {
                return catalogue.recognise(service, kind, address);
            }

            @Override
            public Optional<Embed> recogniseLink(WebUrl address) {
                return catalogue.recogniseLink(address);
            }

            @Override
            public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
                return catalogue.rebuild(serviceId, kindId, captures);
            }

            @Override
            public Optional<Service> companion(WebUrl address) {
                return catalogue.companion(address);
            }

            @Override
            public Optional<Service> serviceOfHost(String host) {
                return catalogue.serviceOfHost(host);
            }
        };
    }
}
