package io.github.zweiklick.view;

import io.github.zweiklick.feed.Holding;
import io.github.zweiklick.media.MediaStatus;
import io.github.zweiklick.upstream.UpstreamStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of all upstreams for programs; {@code docs/contract.md} tells what stands in it. */
public final class StatusJson {
    private StatusJson() {}

    /**
     * The document.
     *
     * @param holdings what is held of posts
     * @param pictures of these; empty where there are no posts
     */
    public static String of(List<UpstreamStatus> statuses, List<Holding> holdings, Optional<MediaStatus> pictures) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode upstreams = document.putArray("upstreams");
        statuses.forEach(status -> add(status, upstreams.addObject()));
        ArrayNode feeds = document.putArray("feeds");
        holdings.forEach(holding -> add(holding, feeds.addObject()));
        pictures.ifPresent(held -> document.putObject("pictures")
                .put("held", held.held())
                .put("bytes", held.bytes())
                .put("mostBytes", held.mostBytes())
                .put("fetched", held.fetched())
                .put("failed", held.failed())
                .put("waiting", held.waiting()));
        return document.toPrettyString();
    }

    private static void add(UpstreamStatus status, ObjectNode to) {
        to.put("id", status.id());
        to.put("address", status.address());
        to.put("well", status.isWell());
        to.put("circuit", code(status.circuit()));
        status.lastSuccess().ifPresent(time -> to.put("lastSuccess", time.toString()));
        status.lastFault().ifPresent(fault -> {
            ObjectNode last = to.putObject("lastFault");
            status.lastFaultAt().ifPresent(time -> last.put("time", time.toString()));
            last.put("kind", fault.kind().name())
                    .put("message", fault.message())
                    .put("remedy", fault.remedy());
        });
        status.restingUntil().ifPresent(time -> to.put("restingUntil", time.toString()));
        status.quota().ifPresent(quota -> {
            quota.remaining().ifPresent(remaining -> to.put("remaining", remaining));
            quota.usedPercent().ifPresent(percent -> to.put("usedPercent", percent));
        });
        to.put("asked", status.asked()).put("failed", status.failed());
        to.put("held", status.held()).put("stale", status.stale());
    }

    private static void add(Holding holding, ObjectNode to) {
        to.put("id", holding.configured().id());
        to.put("kind", holding.configured().kind());
        holding.fetched().ifPresent(time -> to.put("fetched", time.toString()));
        to.put("refresh", holding.configured().upstream().keeping().refresh().toString());
        to.put("keep", holding.configured().upstream().keeping().keep().toString());
        to.put("others", code(holding.configured().others()));
        holding.configured().rights().ifPresent(rights -> to.put("rights", rights));
        ArrayNode posts = to.putArray("posts");
        holding.items()
                .forEach(item -> posts.addObject()
                        .put("id", item.post().id())
                        .put("url", item.post().address())
                        .put("published", item.post().published().toString()));
        holding.paid()
                .ifPresent(paid -> to.putObject("paid")
                        .put("onDay", paid.onDay())
                        .put("perDay", paid.budget().perDay())
                        .put("inMonth", paid.inMonth())
                        .put("perMonth", paid.budget().perMonth()));
        to.put("pictures", holding.pictures());
        to.put("withheld", holding.withheld());
        ArrayNode removed = to.putArray("removed");
        holding.removed().forEach(removed::add);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
