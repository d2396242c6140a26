package io.github.zweiklick.audit.harness;

import java.util.ArrayList;
import java.util.List;

/** Pages that contact a host of its own by every way a browser has: {@code browser.md}'s table. */
final class LeakCorpus {

    /**
     * One way to make a browser contact a host.
     *
     * @param name the host is {@code name.leak.test}
     * @param place where its markup belongs
     * @param markup with {@code HOST} for the host's name
     */
    record Vector(String name, Place place, String markup) {

        String host() {
            return name + ".leak.test";
        }

        String filledIn() {
            return markup.replace("HOST", host());
        }
    }

    enum Place {
        HEAD,
        BODY,
        SCRIPT
    }

    static final List<Vector> VECTORS = List.of(
            head("stylesheet", "<link rel=stylesheet href='http://HOST/a.css'>"),
            head("css-import", "<style>@import url('http://HOST/b.css');</style>"),
            head("css-url", "<style>h1 { background: url('http://HOST/c.png') }</style>"),
            head(
                    "font",
                    "<style>@font-face { font-family: F; src: url('http://HOST/f.woff2') } h1 { font-family: F }</style>"),
            head("icon", "<link rel=icon href='http://HOST/favicon.ico'>"),
            head("preconnect", "<link rel=preconnect href='http://HOST/'>"),
            head("dns-prefetch", "<link rel=dns-prefetch href='//HOST/'>"),
            head("prefetch", "<link rel=prefetch href='http://HOST/p.js'>"),
            head("preload", "<link rel=preload as=image href='http://HOST/p.png'>"),
            head("modulepreload", "<link rel=modulepreload href='http://HOST/m.js'>"),
            head("script", "<script src='http://HOST/s.js' async></script>"),
            head("module", "<script type=module src='http://HOST/m.js'></script>"),
            body("img", "<img src='http://HOST/i.png' alt=''>"),
            body("srcset", "<img srcset='http://HOST/i.png 1x, http://HOST/i2.png 2x' alt=''>"),
            body("picture", "<picture><source srcset='http://HOST/p.webp'><img alt=''></picture>"),
            body("input-image", "<input type=image src='http://HOST/i.png' alt=''>"),
            body("style-attribute", "<p style=\"background: url('http://HOST/b.png')\">x</p>"),
            body("video", "<video src='http://HOST/v.mp4' preload=auto></video>"),
            body("poster", "<video poster='http://HOST/p.jpg'></video>"),
            body("audio", "<audio src='http://HOST/a.mp3' preload=auto></audio>"),
            body("object", "<object data='http://HOST/o.html'></object>"),
            body("embed", "<embed src='http://HOST/e.html'>"),
            body("iframe", "<iframe src='http://HOST/f.html'></iframe>"),
            body("srcdoc", "<iframe srcdoc=\"<img src='http://HOST/i.png'>\"></iframe>"),
            body("svg-image", "<svg width=9 height=9><image href='http://HOST/i.png' width=9 height=9 /></svg>"),
            script("fetch", "fetch('http://HOST/').catch(() => {});"),
            script("xhr", "{ const x = new XMLHttpRequest(); x.open('GET', 'http://HOST/'); x.send(); }"),
            script("websocket", "new WebSocket('ws://HOST/');"),
            script("eventsource", "new EventSource('http://HOST/');"),
            script("beacon", "navigator.sendBeacon('http://HOST/', 'x');"),
            script("new-image", "new Image().src = 'http://HOST/i.png';"),
            script(
                    "new-script",
                    "{ const s = document.createElement('script'); s.src = 'http://HOST/s.js'; document.head.append(s); }"),
            script(
                    "new-frame",
                    "{ const f = document.createElement('iframe'); f.src = 'http://HOST/'; document.body.append(f); }"),
            script(
                    "inner-html",
                    "document.body.insertAdjacentHTML('beforeend', \"<iframe src='http://HOST/'></iframe>\");"),
            script(
                    "new-preconnect",
                    "{ const l = document.createElement('link'); l.rel = 'preconnect'; l.href = 'http://HOST/'; document.head.append(l); }"),
            script("worker", "new Worker('/worker.js?http://HOST/');"),
            script(
                    "shadow-dom",
                    "{ const d = document.createElement('div'); document.body.append(d); d.attachShadow({mode: 'closed'}).innerHTML = \"<img src='http://HOST/i.png'>\"; }"),
            body("secure-img", "<img src='https://HOST/i.png' alt=''>"),
            head("secure-preconnect", "<link rel=preconnect href='https://HOST/'>"));

    /** Needs a visitor's click. */
    static final Vector PING = body("ping", "<a id=ping href='#there' ping='http://HOST/ping'>there</a>");

    /** Loads when it is scrolled to. */
    static final Vector LAZY = body(
            "lazy",
            "<div style='height: 9000px'></div><img loading=lazy src='http://HOST/i.png' width=9 height=9 alt=''>");

    /** The policy measured in {@code browser.md}: it stops requests, neither DNS nor sockets of frames and hints. */
    static final String POLICY =
            "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-src 'self'; object-src 'self'";

    static final String WORKER = "fetch(location.search.substring(1)).catch(() => {});";

    private LeakCorpus() {}

    static String page() {
        StringBuilder page =
                new StringBuilder("<!doctype html><html lang=de><head><meta charset=utf-8><title>Leck</title>");
        filled(Place.HEAD).forEach(page::append);
        page.append("</head><body><h1>Leck</h1>");
        page.append(PING.filledIn());
        filled(Place.BODY).forEach(page::append);
        page.append("<script>");
        filled(Place.SCRIPT).forEach(page::append);
        return page.append("</script>")
                .append(LAZY.filledIn())
                .append("</body></html>")
                .toString();
    }

    private static List<String> filled(Place place) {
        List<String> markup = new ArrayList<>();
        VECTORS.stream().filter(vector -> vector.place() == place).forEach(vector -> markup.add(vector.filledIn()));
        return markup;
    }

    private static Vector head(String name, String markup) {
        return new Vector(name, Place.HEAD, markup);
    }

    private static Vector body(String name, String markup) {
        return new Vector(name, Place.BODY, markup);
    }

    private static Vector script(String name, String code) {
        return new Vector(name, Place.SCRIPT, code);
    }
}
