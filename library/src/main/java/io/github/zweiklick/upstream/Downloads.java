package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what addresses met in content name, such as pictures: at any public host over https, with nothing in the request but
 * the address and what kind of thing is wanted. Each call is one download; the caller bounds how many run at once. Thread-safe.
 */
public final class Downloads {
    private final Outbound outbound;
    private final Set<String> configured;
    private final Limits limits;

    Downloads(Outbound outbound, Set<String> configured, Limits limits) {
        this.outbound = outbound;
        this.configured = Set.copyOf(configured);
        this.limits = limits;
    }

    /**
     * Fetches it, on the caller's thread.
     *
     * @param accept value of the header {@code Accept}
     * @return its bytes, whatever the answer says that they are; at most as many as the limits allow
     * @throws UpstreamException where it cannot be had; of kind {@link Fault.Kind#GONE}, where it is no more
     */
    public byte[] fetch(WebUrl address, String accept) throws UpstreamException {
        // Of the house only where the address itself names what the operator named: what is public leads to none of it.
        Reach reach = configured.contains(address.origin()) ? new Reach.Anywhere(configured) : new Reach.Anywhere();
        Answer answer = outbound.exchange(Ask.get(address).with("Accept", accept), reach, limits);
        Optional<Fault> fault = HttpFaults.of(answer);
        if (fault.isPresent()) {
            throw new UpstreamException(fault.get());
        }
        return answer.body();
    }
}
