package io.github.zweiklick.page;

import java.util.Random;

/** Pages put together at random from pasted codes and what may surround them. */
final class GeneratedPages {
    /** May stand in a paragraph. */
    private static final String[] PHRASING = """
            <iframe src="https://www.youtube.com/embed/abcdefghijk" width=560 height=315 title="Stadtfest"></iframe>~
            <iframe loading=lazy src="https://www.youtube-nocookie.com/embed/abcdefghijk?start=5"></iframe>~
            <iframe data-src="https://player.vimeo.com/video/123456789"></iframe>~
            <iframe src="https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC"></iframe>~
            <iframe src="https://www.google.com/maps/embed?pb=!1m18"></iframe>~<iframe src=//foreign.example/a></iframe>~
            <iframe src="/eigene/karte.html"></iframe>~<iframe srcdoc='<img src=//foreign.example/>'></iframe>~
            <img src='//foreign.example/x.png' alt=x>~<img src=/a.png srcset='/a.png 1x, //foreign.example/b.png 2x'>~
            <img src="https://stadt.example/wappen.svg" alt="Wappen">~<script src=//foreign.example/a.js></script>~
            <script src="https://connect.facebook.net/de_DE/sdk.js" async></script>~<script>var a='</div>';</script>~
            <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>~
            <script async src="//www.instagram.com/embed.js"></script>~<script>let b = 1 < 2 && "<!-- x -->";</script>~
            <script type="application/ld+json">{"@id":"https://foreign.example/"}</script>~
            <script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC"></script>~
            <script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}</script>~
            <a class=zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>Film</a>~
            <zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>Eigenes</zweiklick-embed>~
            <svg><use href='//foreign.example/a.svg#b'/></svg>~<svg><rect fill='url(//foreign.example/#a)'/></svg>~
            <svg viewBox="0 0 1 1"><title>T</title><path d='M0'/></svg>~<span style='background:url(//foreign.example/a)'>x</span>~
            <object data="https://www.youtube.com/v/abcdefghijk"></object>~<object data='/a.pdf'></object>~
            <embed src="https://www.youtube.com/v/abcdefghijk">~<video src="https://foreign.example/a.mp4"></video>~
            <audio><source src=/a.mp3><source src=https://foreign.example/a.ogg></audio>~<input type=image src=//foreign.example/i>~
            <span class="fb-like" data-href="https://www.facebook.com/stadt"></span>~<link rel=preconnect href=https://foreign.example>~
            """.replace("~\n", "~").split("~");

    private static final String[] FLOW = """
            <blockquote class="twitter-tweet" lang="de"><p>Hallo</p>&mdash; Stadt (@stadt)
             <a href="https://twitter.com/stadt/status/1234567890123456789">1. Mai</a></blockquote>~
            <blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/AbCdEfGhIjK/">x</blockquote>~
            <blockquote class="tiktok-embed" cite="https://www.tiktok.com/@stadt/video/7123456789012345678"
             data-video-id="7123456789012345678"><section>x</section></blockquote>~
            <div class="fb-post" data-href="https://www.facebook.com/stadt/posts/1234567890"></div>~<div id="fb-root"></div>~
            <div class="fb-page" data-href="https://www.facebook.com/stadt"><blockquote>Stadt</blockquote></div>~
            <noscript><img height=1 src="https://www.facebook.com/tr?id=1&ev=PageView"></noscript>~
            <noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-X" height=0></iframe></noscript>~
            <div style="background:url(/x.png)">x</div>~<style>@import '//foreign.example/a.css';</style>~
            <style>.a{background:url(/x.png)}</style>~<style>.b{background:url(//foreign.example/b.png)}</style>~
            <link rel=stylesheet href="https://fonts.googleapis.com/css?family=X">~<div class="g-recaptcha"></div>~
            """.replace("~\n", "~").split("~");

    private static final String[] TEXTS = {
        "Text",
        " < ",
        "&lt;",
        "<!-- c -->",
        "<br>",
        "<!-- <p> -->",
        "a < b > c",
        "&amp;",
        "\u00e4\u00f6\u00fc",
        "<input name=a>",
        "<?x?>"
    };

    private static final String[] BLOCKS = {
        "<div>#</div>",
        "<section lang='tr'>#</section>",
        "<article>#</article>",
        "<ul><li>#</li><li>#</li></ul>",
        "<ul><li>#<li>#</ul>",
        "<table><tr><td>#</td><td>#</td></tr></table>",
        "<table><tbody><tr><td>#<tr><th>#</table>",
        "<blockquote>#</blockquote>",
        "<dl><dt>Wort</dt><dd>#</dd></dl>",
        "<form action='/suche'>#</form>",
        "<nav>#</nav>",
        "<div lang=en>#</div>",
        "<template>#</template>",
        "<p>@</p>",
        "<p lang=fr>@</p>",
        "<p>@",
        "<h2>@</h2>",
        "<h3>T</h3>#",
        "<noscript>#</noscript>",
        "<details><summary>S</summary>#</details>",
        "<hr>",
        "<textarea><p>x</textarea>"
    };

    private static final String[] INLINE = {
        "<b>@</b>",
        "<em>@</em>",
        "<span lang=en>@</span>",
        "<a href='/x'>$</a>",
        "<button>$</button>",
        "<label>@</label>",
        "<select><option>a<option>b</select>",
        "<i>@</i>",
        "<span lang=''>@</span>"
    };

    /** In any order. */
    private static final String[] PIECES = """
            <p>~</p>~<div>~</div>~<a href='/x'>~</a>~<ul><li>~<li>~</li>~</ul>~<b>~</b>~<button>~</button>~<table><tr><td>~
            </td></tr></table>~<td>~<h2>T</h2>~<h3>~</h3>~<span lang=en>~</span>~<noscript>~</noscript>~<section lang='tr'>~
            </section>~Text~<br>~<form action='/s'>~</form>~<svg><g fill='url(#a)'>~<path d='M0'/></g></svg>~<select><option>a~
            </select>~<dl><dt>~<dd>~</dl>~<blockquote>~</blockquote>~<em>~</em>~<template>~</template>~<!-- c -->~<p lang=de>~<hr>~
            <style>.a{background:url(/x.png)}</style>~<script>var a='</div>';</script>~ < ~&lt;~<textarea>x</textarea>~
            <title>t</title>~<i>~</i>~<nav>~</nav>~<label>~</label>~<img src=/a.png>~<object data='/a.pdf'></object>
            """.strip().replace("~\n", "~").split("~");

    private final Random random;
    private int parts;

    private GeneratedPages(long seed) {
        random = new Random(seed);
        parts = 4 + random.nextInt(16);
    }

    private static String page(String content) {
        return "<!DOCTYPE html><html lang=de><head><meta charset=utf-8><title>x</title></head><body>" + content
                + "</body></html>";
    }

    /** Every element ends where it should. */
    static String nested(long seed) {
        GeneratedPages pages = new GeneratedPages(seed);
        StringBuilder content = new StringBuilder();
        while (pages.parts > 0) {
            content.append(pages.flow(0));
        }
        return page(content.toString());
    }

    static String misnested(long seed) {
        Random random = new Random(seed);
        StringBuilder content = new StringBuilder();
        for (int i = 3 + random.nextInt(14); i > 0; i--) {
            int kind = random.nextInt(9);
            String[] choices = kind < 2 ? PHRASING : kind == 2 ? FLOW : PIECES;
            content.append(choices[random.nextInt(choices.length)]);
        }
        return page(content.toString());
    }

    private String pick(String[] choices) {
        parts--;
        return choices[random.nextInt(choices.length)];
    }

    private String flow(int depth) {
        return switch (depth > 4 ? random.nextInt(4) : random.nextInt(8)) {
            case 0, 1 -> pick(PHRASING);
            case 2 -> pick(FLOW);
            case 3 -> pick(TEXTS);
            case 4 -> filled(pick(INLINE), depth);
            default -> filled(pick(BLOCKS), depth);
        };
    }

    private String phrasing(int depth) {
        return switch (depth > 4 ? random.nextInt(3) : random.nextInt(5)) {
            case 0, 1 -> pick(PHRASING);
            case 2 -> pick(TEXTS);
            default -> filled(pick(INLINE), depth);
        };
    }

    /** A hash stands for anything, an at sign for what a paragraph may hold, a dollar sign for text or a picture. */
    private String filled(String frame, int depth) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            switch (c) {
                case '#' -> filled.append(flow(depth + 1)).append(random.nextBoolean() ? flow(depth + 1) : "");
                case '@' -> filled.append(phrasing(depth + 1)).append(random.nextBoolean() ? phrasing(depth + 1) : "");
                case '$' -> filled.append(random.nextBoolean() ? "Text" : "<img src=//foreign.example/k.png>");
                default -> filled.append(c);
            }
        }
        return filled.toString();
    }
}
