package io.github.zweiklick.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every host that stands anywhere in the catalogue: known by it, framed, or contacted by what is framed. */
public final class NetworkHosts {
    private final HostTable<Boolean> hosts = new HostTable<>();
    private final Substitution substitution;

    NetworkHosts(List<Service> services, Substitution substitution) {
        this.substitution = substitution;
        services.stream()
                .flatMap(NetworkHosts::patterns)
                .filter(pattern -> !pattern.equals(HostPatterns.CHOSEN))
                .distinct()
                .forEach(pattern -> hosts.add(pattern, true));
    }

    private static Stream<String> patterns(Service service) {
        return Stream.of(
                        service.hosts().stream(),
                        service.frame().hosts().stream(),
                        service.frame().contacts().stream(),
                        service.frame().scripts().stream(),
                        service.embeds().stream()
                                .flatMap(kind -> kind.addresses().stream())
                                .flatMap(address -> address.hosts().stream()),
                        service.companions().resources().stream().flatMap(address -> address.hosts().stream()))
                .flatMap(patterns -> patterns);
    }

    /** Whether a host is one, or stands below a pattern. */
    public boolean contains(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return !hosts.nearest(name).isEmpty()
                || substitution.replaces(name)
                || !substitution.replacedBy(name).isEmpty();
    }

    /** What {@link #contains} is true of stands here or below; {@code *.example.com} as {@code example.com}. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        hosts.addHostsTo(names);
        substitution.addHostsTo(names);
        return names;
    }
}
