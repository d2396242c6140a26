package io.github.zweiklick.gateway;

import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.ConfigurationPart;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import io.github.zweiklick.servlet.ZweiklickFilter;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * The gateway as a part of another program, which protects by a {@link Zweiklick} of its own and may answer some paths itself.
 * The server behind is asked for its own host.
 */
public final class EmbeddedGateway implements AutoCloseable {
    private final Gateway gateway;

    /**
     * @param upstream scheme, host and port of the server behind
     * @throws ConfigurationException if it is more, or less, than that
     */
    public EmbeddedGateway(String upstream) {
        Upstream server = Upstream.parse(upstream)
                .orElseThrow(() -> new ConfigurationException(
                        upstream + ": write scheme, host and port only, such as http://127.0.0.1:8081"));
        gateway = new Gateway(Optional.of(server), Optional.of(HostHeader.UPSTREAM));
    }

    /** The member {@code gateway} of a configuration file, where there is one to be read before the start. */
    public ConfigurationPart part() {
        return gateway.settings();
    }

    /**
     * Starts it; on return it serves. At most once.
     *
     * @param port 0 for any free one
     * @param zweiklick stays the caller's
     * @param servlets by the mapping of what they answer in the server's place
     * @throws GatewayException if the port is taken or the address is not this machine's
     */
    public void start(String bind, int port, Zweiklick zweiklick, Map<String, HttpServlet> servlets) throws Exception {
        gateway.settings().take();
        ZweiklickFilter protection = new ZweiklickFilter(zweiklick);
        ServletContextHandler context = gateway.context(protection);
        servlets.forEach((mapping, servlet) -> context.addServlet(new ServletHolder(servlet), mapping));
        gateway.start(bind, port, context, protection);
    }

    /** Where it is reached, without a slash at the end. */
    public String origin() {
        return gateway.origin();
    }

    /** Takes no new connections, lets what is under way end, then stops. */
    @Override
    public void close() {
        gateway.close();
    }
}
