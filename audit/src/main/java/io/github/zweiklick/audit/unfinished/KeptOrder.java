package io.github.zweiklick.audit.unfinished;

import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.result.Resumption;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audit was asked to do, and when it went on.
 *
 * @param audit version of this program, which alone can read it
 * @param order with the names of login cookies; their values are secrets and not kept
 */
record KeptOrder(String audit, AuditOrder order, Instant started, List<Resumption> resumptions) {

    KeptOrder {
        order = order.with(order.options()
                .login(order.options().login().stream()
                        .map(cookie -> new LoginCookie(cookie.url(), cookie.name(), ""))
                        .toList()));
        resumptions = List.copyOf(resumptions);
    }

    KeptOrder and(Resumption next) {
        List<Resumption> all = new ArrayList<>(resumptions);
        all.add(next);
        return new KeptOrder(audit, order, started, all);
    }
}
