package io.github.zweiklick.audit.harness;

import java.util.List;

/**
 * What lies in the browser after some part of a visit: all cookies, and the page's own storage. Names, not values: values
 * can be personal data.
 *
 * @param cookies of all hosts where the browser tells them, else the page's; sorted by domain and name
 * @param localStorage keys of the page's origin
 * @param sessionStorage keys of the page's origin
 * @param databases names of IndexedDB databases of the page's origin
 * @param caches names of the page's origin
 * @param serviceWorkers scopes of the page's origin
 */
public record StorageDump(
        List<StoredCookie> cookies,
        List<String> localStorage,
        List<String> sessionStorage,
        List<String> databases,
        List<String> caches,
        List<String> serviceWorkers) {

    public StorageDump {
        cookies = List.copyOf(cookies);
        localStorage = List.copyOf(localStorage);
        sessionStorage = List.copyOf(sessionStorage);
        databases = List.copyOf(databases);
        caches = List.copyOf(caches);
        serviceWorkers = List.copyOf(serviceWorkers);
    }

    /** Whether nothing is stored. */
    public boolean isEmpty() {
        return cookies.isEmpty()
                && localStorage.isEmpty()
                && sessionStorage.isEmpty()
                && databases.isEmpty()
                && caches.isEmpty()
                && serviceWorkers.isEmpty();
    }
}
