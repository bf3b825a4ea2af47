package vn.dondoc.notification.digest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.delivery.DigestItems.Waiting;
import vn.dondoc.testing.TestProvince;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class ReadersTest {

    private final KnownOrganisation organisation = new KnownOrganisation(new TestProvince("rd"));

    @Test
    void positions_of_one_person_or_one_mailbox_belong_together_and_others_do_not() {
        holds("a", "ha", "mot@xa");
        holds("b", "ha", "hai@xa");
        holds("c", "binh", " HAI@xa");
        holds("d", "chi", null);
        holds("e", null, null);
        holds("f", "ha-khac", "ba@xa");

        assertThat(together("a", "b", "c", "d", "e", "f")).containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d"), Set.of("e"), Set.of("f"));
        assertThat(together("f", "c", "a", "b")).containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("f"));
    }

    @Test
    void what_waits_for_a_position_of_a_merged_unit_comes_with_what_waits_for_the_one_that_is_written_to_instead() {
        var village = new UnitId("rd-xa1.thon1");
        var police = new UnitId("rd-xa1.congan");
        organisation.positions.add(new PositionState(new PositionId("before"), village, "Trưởng thôn", Role.VILLAGE_HEAD, new PersonId("an"), "an@xa"));
        organisation.positions.add(new PositionState(new PositionId("heir"), police, "Trưởng thôn", Role.VILLAGE_HEAD, new PersonId("binh"), "binh@xa"));
        assertThat(together("before", "heir")).containsExactlyInAnyOrder(Set.of("before"), Set.of("heir"));

        organisation.merged(village, police);

        assertThat(together("before", "heir")).containsExactly(Set.of("before", "heir"));
        assertThat(Readers.of(List.of(waiting("before")), organisation).getFirst().keys()).contains("p:binh", "c:heir").doesNotContain("p:an");
    }

    @Test
    void the_keys_are_the_same_in_any_order_and_name_no_mailbox() {
        holds("a", "ha", "mot@xa");
        holds("b", "ha", null);
        var one = Readers.of(List.of(waiting("a"), waiting("b")), organisation).getFirst();
        var other = Readers.of(List.of(waiting("b"), waiting("a")), organisation).getFirst();
        assertThat(one.keys()).isEqualTo(other.keys()).contains("p:ha", "c:a", "c:b").noneMatch(key -> key.contains("mot@xa"));
    }

    private Set<Set<String>> together(String... positions) {
        return Readers.of(Stream.of(positions).map(ReadersTest::waiting).toList(), organisation).stream()
                .map(together -> together.ids().stream().map(PositionId::value).collect(toSet())).collect(toSet());
    }

    private void holds(String position, @Nullable String person, @Nullable String mailbox) {
        organisation.positions.add(new PositionState(
                new PositionId(position), new UnitId("rd-xa1"), "Cán bộ", Role.OFFICER, person == null ? null : new PersonId(person), mailbox));
    }

    private static Waiting waiting(String position) {
        return new Waiting(new PositionId(position), new UnitId("rd-tinh"), new UnitId("rd-xa1"), java.time.Instant.EPOCH);
    }
}
