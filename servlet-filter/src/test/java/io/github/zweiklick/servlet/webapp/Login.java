package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** The application's own login: whoever names a role has it. */
public final class Login implements Filter {
    /** For the container. */
    public Login() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        String named = asked.getHeader("X-Test-Role");
        chain.doFilter(
                named == null
                        ? request
                        : new HttpServletRequestWrapper(asked) {
                            @Override
                            public boolean isUserInRole(String role) {
                                return named.equals(role);
                            }
                        },
                response);
    }
}
