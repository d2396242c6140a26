package io.github.zweiklick.view;

import io.github.zweiklick.upstream.UpstreamStatus;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of all upstreams for programs; {@code docs/contract.md} tells what stands in it. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(List<UpstreamStatus> statuses) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode upstreams = document.putArray("upstreams");
        statuses.forEach(status -> add(status, upstreams.addObject()));
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

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
