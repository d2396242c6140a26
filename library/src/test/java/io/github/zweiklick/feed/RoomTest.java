package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Each post has one permit, however its being shown and its being forgotten follow each other. */
class RoomTest {
    private final Room room = new Room();
    private final Map<String, HeldPost> byId = new ConcurrentHashMap<>();

    private HeldPost held(Asker asker) {
        HeldPost held = new HeldPost(asker, Instant.EPOCH);
        assertThat(room.of(asker).tryAcquire()).isTrue();
        byId.put("1", held);
        return held;
    }

    private void take(HeldPost held) {
        room.take(held, () -> byId.containsValue(held));
    }

    private boolean leave(HeldPost held) {
        return room.leave(held, () -> byId.remove("1", held));
    }

    private void assertFree(int ofPages, int ofAnybody) {
        assertThat(room.of(Asker.PAGE).availablePermits()).isEqualTo(ofPages);
        assertThat(room.of(Asker.ANYBODY).availablePermits()).isEqualTo(ofAnybody);
    }

    @Test
    void aPageTakesWhatAnybodyHadAskedFor() {
        HeldPost held = held(Asker.ANYBODY);
        assertFree(Room.OF_PAGES, Room.OF_ANYBODY - 1);
        take(held);
        take(held);
        assertThat(held.asker()).isEqualTo(Asker.PAGE);
        assertFree(Room.OF_PAGES - 1, Room.OF_ANYBODY);
        assertThat(leave(held)).isTrue();
        assertThat(leave(held)).isFalse();
        assertFree(Room.OF_PAGES, Room.OF_ANYBODY);
    }

    /** The page had looked it up before it was forgotten. */
    @Test
    void aPageDoesNotTakeWhatIsHeldNoMore() {
        HeldPost held = held(Asker.ANYBODY);
        assertThat(leave(held)).isTrue();
        take(held);
        assertFree(Room.OF_PAGES, Room.OF_ANYBODY);
    }

    @Test
    void norInTheStraitsOfPages() {
        HeldPost held = held(Asker.ANYBODY);
        assertThat(room.of(Asker.PAGE).tryAcquire(Room.OF_PAGES)).isTrue();
        take(held);
        assertThat(held.asker()).isEqualTo(Asker.ANYBODY);
        assertFree(0, Room.OF_ANYBODY - 1);
    }
}
