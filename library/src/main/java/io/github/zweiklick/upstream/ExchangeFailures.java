package io.github.zweiklick.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** What went wrong on the way, told without addresses and credentials. */
final class ExchangeFailures {
    private ExchangeFailures() {}

    /** @param ended whether the exchange was ended because its time was up */
    static Fault fault(IOException failure, boolean ended) {
        if (failure instanceof PublicResolver.NotPublicException) {
            return new Fault(
                    Fault.Kind.FORBIDDEN_ADDRESS, "its name leads to an address that is not public; it was not asked");
        } else if (ended || failure instanceof SocketTimeoutException || failure instanceof ConnectTimeoutException) {
            return new Fault(Fault.Kind.TIMEOUT, "it did not answer in time");
        } else if (failure instanceof UnknownHostException) {
            return new Fault(Fault.Kind.UNREACHABLE, "its name cannot be resolved");
        } else if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return new Fault(Fault.Kind.UNREACHABLE, "it takes no connection");
        } else if (failure instanceof SSLException) {
            return new Fault(Fault.Kind.UNREACHABLE, "no secure connection to it can be made: " + failure.getMessage());
        } else if (failure instanceof InterruptedIOException) {
            return new Fault(Fault.Kind.BROKEN, "the exchange was ended");
        }
        return new Fault(
                Fault.Kind.BROKEN,
                "the exchange broke off (" + failure.getClass().getSimpleName() + ")");
    }
}
