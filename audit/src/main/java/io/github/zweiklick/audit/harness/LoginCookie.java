package io.github.zweiklick.audit.harness;

/**
 * A cookie that lets the browser in where a visitor would log in.
 *
 * @param url of the site it is for
 * @param value a secret: never written down
 */
public record LoginCookie(String url, String name, String value) {

    @Override
    public String toString() {
        return "cookie " + name + " for " + url;
    }
}
