package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the endpoints ask of the catalogue. */
interface ServiceDirectory {
    List<Service> services();

    Optional<Service> service(String id);

    Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures);

    List<String> sources(List<String> hostPatterns);

    String resolve(String address);

    static ServiceDirectory of(Catalogue catalogue) {
        return new ServiceDirectory() {
            @Override
            public List<Service> services() {
                return catalogue.services();
            }

            @Override
            public Optional<Service> service(String id) {
                return catalogue.service(id);
            }

            @Override
            public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
                return catalogue.rebuild(serviceId, kindId, captures);
            }

            @Override
            public List<String> sources(List<String> hostPatterns) {
                return catalogue.sources(hostPatterns);
            }

            @Override
            public String resolve(String address) {
                return catalogue.resolve(address);
            }
        };
    }
}
