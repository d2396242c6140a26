package io.github.zweiklick.audit.embeds;

/** Questions to a page, as expressions. */
final class BehaviourScripts {
    /** The first embed is active and its airlock frames the service. */
    static final String LOADED = loaded("zweiklick-embed");

    private BehaviourScripts() {}

    /** The embed is active and its airlock frames the service. */
    static String loaded(String embed) {
        return """
                (() => {
                  const embed = document.querySelector('%s');
                  const frame = embed.querySelector('iframe');
                  return embed.dataset.state === 'active' && !!frame && !!frame.contentDocument
                    && !!frame.contentDocument.getElementById('service');
                })()""".formatted(embed);
    }

    /** The embed is as it was before any click. */
    static String asked(String embed) {
        return """
                (() => {
                  const embed = document.querySelector('%s');
                  return embed.dataset.state === 'placeholder' && !embed.querySelector('iframe')
                    && embed.querySelector('.zweiklick-bar').hidden;
                })()""".formatted(embed);
    }
}
