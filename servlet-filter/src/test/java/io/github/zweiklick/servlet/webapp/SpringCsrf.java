package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** Spring Security's CSRF filter, which refuses every POST without its token. Leaves a header where it was asked. */
public final class SpringCsrf implements Filter {
    private final CsrfFilter filter = new CsrfFilter(new HttpSessionCsrfTokenRepository());

    /** For the container. */
    public SpringCsrf() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("X-Csrf-Filter", "asked");
        filter.doFilter(request, response, chain);
    }
}
