package vn.dondoc.reporting.live;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CommuneChanged;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerTest {

    private static final UnitId PROVINCE = new UnitId("tinh");
    private static final UnitId MINE = new UnitId("xa1");
    private static final UnitId OTHER = new UnitId("xa2");
    private static final Instant EARLIER = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void aSlowReaderIsToldOnceOfTheNewest() throws InterruptedException {
        var listener = new Listener(Set.of(), Set.of(MINE));
        listener.tell(new CommuneChanged(PROVINCE, MINE, LATER));
        listener.tell(new CommuneChanged(PROVINCE, MINE, EARLIER));

        assertThat(listener.await(1)).isEqualTo(Map.of(MINE, LATER));
        assertThat(listener.await(1)).isEmpty();
    }

    @Test
    void nothingFromOutsideTheBranchIsTold() throws InterruptedException {
        var commune = new Listener(Set.of(), Set.of(MINE));
        var province = new Listener(Set.of(PROVINCE), Set.of());
        for (var listener : new Listener[] {commune, province}) {
            listener.tell(new CommuneChanged(PROVINCE, OTHER, LATER));
            listener.tell(new CommuneChanged(new UnitId("tinh-khac"), new UnitId("xa9"), LATER));
        }

        assertThat(commune.await(1)).isEmpty();
        assertThat(province.await(1)).isEqualTo(Map.of(OTHER, LATER));
    }

    @Test
    void whoIsLetGoWaitsNoLonger() throws InterruptedException {
        var listener = new Listener(Set.of(PROVINCE), Set.of());
        var listeners = new Listeners();
        listeners.start();
        listeners.add(listener);

        listeners.stop();

        assertThat(listener.await(60_000)).isEmpty();
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void whoComesAfterTheStopIsLetGoAtOnce() {
        var listener = new Listener(Set.of(PROVINCE), Set.of());

        new Listeners().add(listener);

        assertThat(listener.isClosed()).isTrue();
    }
}
