package io.github.zweiklick.servlet;

import io.github.zweiklick.ConfigurationException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter when the application starts: for all paths and dispatches, before all other filters.
 *
 * <p>A filter declared in {@code web-fragment.xml} would be skipped under {@code metadata-complete} and would run behind
 * filters that answer by themselves. Registers {@link ZweiklickAdmin} as well. Leaves out what the application declares
 * itself, and does nothing where it sets the context parameter {@code zweiklick.register} to {@code false}. Containers do
 * not run it where {@code absolute-ordering} leaves the jar out.
 */
public final class ZweiklickInitializer implements ServletContainerInitializer {
    static final String NAME = "zweiklick";
    static final String ADMIN = "zweiklick-admin";
    static final String PARAMETER = "zweiklick.register";

    /** For the container. */
    public ZweiklickInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if ("false".equals(context.getInitParameter(PARAMETER))) {
            return;
        }
        Optional<? extends FilterRegistration> declared = declared(context);
        if (declared.isEmpty()) {
            register(context);
        }
        registerAdmin(context, declared.map(filter -> filter.getInitParameter(ConfigurationFile.PARAMETER)));
    }

    private static void register(ServletContext context) {
        FilterRegistration.Dynamic registration = context.addFilter(NAME, ZweiklickFilter.class);
        if (registration == null) {
            Log.LOGGER.log(
                    System.Logger.Level.WARNING,
                    "The filter was not registered: another is named \"" + NAME + "\". No page is protected.");
            return;
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    /** Also where nobody is let in: {@code admin} may be set while the application runs, servlets cannot be added. */
    private static void registerAdmin(ServletContext context, Optional<String> configuration) {
        Optional<String> base = base(context, configuration);
        if (base.isEmpty() || isDeclaredAdmin(context)) {
            return;
        }
        String pattern = base.get() + "/admin/*";
        ServletRegistration.Dynamic servlet = context.addServlet(ADMIN, ZweiklickAdmin.class);
        if (servlet == null || !servlet.addMapping(pattern).isEmpty()) {
            Log.LOGGER.log(
                    System.Logger.Level.WARNING,
                    "The servlet of the findings was not registered: another is named \"" + ADMIN + "\" or mapped to "
                            + pattern + ".");
            return;
        }
        servlet.setAsyncSupported(true);
    }

    /** Empty where the configuration is wrong: the filter says so when it starts. */
    private static Optional<String> base(ServletContext context, Optional<String> configuration) {
        try {
            return Optional.of(ConfigurationFile.of(context, configuration)
                    .read()
                    .configuration()
                    .base());
        } catch (ConfigurationException | IOException wrong) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "The filter will not start", wrong);
            return Optional.empty();
        }
    }

    private static Optional<? extends FilterRegistration> declared(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .filter(filter -> ZweiklickFilter.class.getName().equals(filter.getClassName()))
                .findFirst();
    }

    private static boolean isDeclaredAdmin(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .anyMatch(servlet -> ZweiklickAdmin.class.getName().equals(servlet.getClassName()));
    }
}
