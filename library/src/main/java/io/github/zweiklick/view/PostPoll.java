package io.github.zweiklick.view;

import io.github.zweiklick.feed.Poll;
import io.github.zweiklick.html.HtmlBuilder;

/** Writes a poll as text: visitors do not vote here. */
record PostPoll(PostTimes times) {

    void write(Poll poll, Wording wording, HtmlBuilder out) {
        out.open("div")
                .attribute("class", "zweiklick-post-poll")
                .attribute("role", "group")
                .attribute("aria-label", wording.say("feed.poll"))
                .open("ul");
        for (Poll.Choice choice : poll.choices()) {
            out.open("li").open("bdi").text(choice.text()).close();
            choice.votes()
                    .ifPresent(votes -> out.text(" ")
                            .open("span")
                            .attribute("class", "zweiklick-post-votes")
                            .text(wording.say("feed.poll.votes", "n", wording.number(votes)))
                            .close());
            out.close();
        }
        out.close();
        if (poll.closed()) {
            out.open("p")
                    .attribute("class", "zweiklick-post-line")
                    .text(wording.say("feed.poll.closed"))
                    .close();
        } else {
            poll.ends()
                    .ifPresent(time -> out.open("p")
                            .attribute("class", "zweiklick-post-line")
                            .text(wording.say("feed.poll.until", "time", times.text(time, wording)))
                            .close());
        }
        out.close();
    }
}
