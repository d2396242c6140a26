package io.github.zweiklick.share;

import io.github.zweiklick.share.CountSource.Access;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Outbound;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.Set;

/** Leads to a stub, wherever the interface is. */
final class StubAccess implements Access, AutoCloseable {
    static final String SECRET = "s3cr3t/+&|=";

    private final StubServer stub;
    private final Outbound outbound = Outbound.of(OutboundSettings.direct(), "Zweiklick");

    StubAccess(StubServer stub) {
        this.stub = stub;
    }

    @Override
    public String address(String key) {
        return stub.origin() + (key.equals("base") ? "" : "/" + key);
    }

    @Override
    public String text(String key) {
        return "my-" + key;
    }

    @Override
    public Secret secret(String key) {
        return new Secret("${" + key + "}", () -> SECRET);
    }

    @Override
    public Answer exchange(Ask ask) throws UpstreamException {
        return outbound.exchange(ask, new Reach.Api(Set.of(stub.origin()), true), Limits.usual());
    }

    @Override
    public void close() {
        outbound.close();
    }
}
