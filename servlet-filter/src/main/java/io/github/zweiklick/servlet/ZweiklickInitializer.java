package io.github.zweiklick.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter when the application starts: for all paths and dispatches, before all other filters.
 *
 * <p>A filter declared in {@code web-fragment.xml} would be skipped under {@code metadata-complete} and would run behind
 * filters that answer by themselves. Does nothing where the application declares {@link ZweiklickFilter} itself, or
 * sets the context parameter {@code zweiklick.register} to {@code false}. Containers do not run it where
 * {@code absolute-ordering} leaves the jar out.
 */
public final class ZweiklickInitializer implements ServletContainerInitializer {
    static final String NAME = "zweiklick";
    static final String PARAMETER = "zweiklick.register";

    /** For the container. */
    public ZweiklickInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if ("false".equals(context.getInitParameter(PARAMETER)) || isDeclared(context)) {
            return;
        }
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

    private static boolean isDeclared(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .anyMatch(filter -> ZweiklickFilter.class.getName().equals(filter.getClassName()));
    }
}
