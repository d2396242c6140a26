package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.ServiceReader;
import java.util.List;
import java.util.Map;

/** Three invented services with one kind of everything. */
final class SampleServices {
    private static final String NETZ = """
            {
              "name": "Netz",
              "hosts": ["netz.example", "*.netz.example"],
              "hostSets": {"netz": ["netz.example", "www.netz.example"]},
              "embeds": [
                {
                  "id": "post",
                  "content": "post",
                  "captures": {"id": {"type": "token", "pattern": "[0-9]{1,20}", "required": true}},
                  "addresses": [{"hosts": ["{netz}"], "paths": ["/*/posts/{id}", "/plugins/post/{id}"]}],
                  "forms": [
                    {"element": "blockquote", "class": "netz-post", "address": "link:last"},
                    {"element": "div", "class": "netz-post", "address": "data-href"}
                  ],
                  "original": "https://netz.example/p/{id}"
                },
                {
                  "id": "share",
                  "content": "post",
                  "treatment": "link",
                  "captures": {"id": {"type": "token", "pattern": "[0-9]{1,20}", "required": true}},
                  "addresses": [{"hosts": ["{netz}"], "paths": ["/share/{id}"]}],
                  "forms": [{"element": "a", "class": "netz-share", "address": "href"}],
                  "original": "https://netz.example/share/{id}"
                },
                {
                  "id": "recommend",
                  "content": "share",
                  "treatment": "link",
                  "captures": {"url": {"type": "address", "hosts": ["*"], "default": "page"}},
                  "forms": [{"element": "a", "class": "netz-recommend", "captures": {"data-url": "url"}}],
                  "original": {"base": "https://netz.example/recommend", "query": {"url": "{url}"}}
                },
                {
                  "id": "like",
                  "content": "post",
                  "treatment": "dead",
                  "instead": "Write a link.",
                  "addresses": [{"hosts": ["{netz}"], "paths": ["/plugins/like"]}],
                  "forms": [{"element": "div", "class": "netz-like"}, {"element": "netz:like"}],
                  "original": "https://netz.example/"
                }
              ],
              "companions": {
                "resources": [
                  {"hosts": ["connect.netz.example"], "paths": ["/*/sdk.js", "/sdk.js"]},
                  {"hosts": ["{netz}"], "paths": ["/tr"]}
                ],
                "inline": ["netzInit("],
                "elements": ["div#netz-root"]
              }
            }
            """;

    private static final String FILM = """
            {
              "name": "Filmportal",
              "hosts": ["*.film.example"],
              "embeds": [
                {
                  "id": "video",
                  "content": "video",
                  "captures": {"id": {"type": "token", "pattern": "[0-9]{1,20}", "required": true}},
                  "addresses": [{"hosts": ["www.film.example"], "paths": ["/embed/{id}", "/watch/{id}"]}],
                  "original": "https://www.film.example/watch/{id}"
                }
              ]
            }
            """;

    /** At servers of the visitor's choice. */
    private static final String TUSK = """
            {
              "name": "Tusk",
              "embeds": [
                {
                  "id": "post",
                  "content": "post",
                  "captures": {
                    "host": {"type": "host", "required": true},
                    "id": {"type": "token", "pattern": "[0-9]{1,20}", "required": true}
                  },
                  "addresses": [{"hosts": ["{host}"], "paths": ["/*/{id}/embed"]}],
                  "forms": [{"element": "blockquote", "class": "tusk-embed", "address": "data-embed-url"}],
                  "original": "https://{+host}/p/{id}"
                }
              ],
              "companions": {"resources": [{"hosts": ["{host}"], "paths": ["/embed.js"]}]}
            }
            """;

    private static final String ZAEHLER = """
            {
              "name": "Zähler",
              "role": "tracker",
              "instead": "Count yourself.",
              "hosts": ["zaehler.example"],
              "embeds": [
                {
                  "id": "slot",
                  "content": "widget",
                  "treatment": "removed",
                  "forms": [{"element": "ins", "class": "zaehler-anzeige"}],
                  "original": "https://zaehler.example/"
                }
              ],
              "companions": {
                "resources": [{"hosts": ["zaehler.example"], "paths": ["/**"]}],
                "inline": ["zaehlerStart("]
              }
            }
            """;

    /** A page works with it. */
    private static final String WERK = """
            {
              "name": "Werk",
              "role": "resource",
              "instead": "Host it yourself.",
              "hosts": ["werk.example"],
              "embeds": [
                {
                  "id": "captcha",
                  "content": "widget",
                  "treatment": "box",
                  "forms": [{"element": "div", "class": "werk-captcha"}],
                  "original": "https://werk.example/about"
                },
                {
                  "id": "curtain",
                  "content": "widget",
                  "treatment": "removed",
                  "forms": [{"element": "style", "attribute": "werk-boilerplate"}],
                  "original": "https://werk.example/"
                }
              ],
              "companions": {
                "resources": [{"hosts": ["api.werk.example"], "paths": ["/werk/**"]}],
                "inline": ["werkLaden("],
                "plain": {"werk-img": "img", "werk-video": "video"}
              }
            }
            """;

    private static final String FRAGE = """
            {
              "name": "Frage",
              "role": "consent-tool",
              "instead": "Ask once.",
              "hosts": ["frage.example"],
              "companions": {
                "resources": [{"hosts": ["frage.example"], "paths": ["/**"]}],
                "inline": ["frageStart("],
                "parked": [
                  {"element": "*", "attribute": "data-frage"},
                  {"element": "script", "attribute": {"name": "class", "pattern": "(?:^|\\\\s)frage-"}},
                  {"element": "div", "class": "frage-wartet"}
                ]
              }
            }
            """;

    private SampleServices() {}

    static Catalogue catalogue() {
        ServiceReader reader = new ServiceReader();
        return Catalogue.of(List.of(
                        reader.read(NETZ, "netz.json"),
                        reader.read(FILM, "film.json"),
                        reader.read(TUSK, "tusk.json"),
                        reader.read(ZAEHLER, "zaehler.json"),
                        reader.read(WERK, "werk.json"),
                        reader.read(FRAGE, "frage.json")))
                // Names below .example are no public servers; this one is accepted all the same.
                .substituting(Map.of("tusk.example", "https://tusk.example"));
    }
}
