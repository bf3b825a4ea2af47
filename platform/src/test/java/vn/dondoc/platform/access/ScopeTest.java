package vn.dondoc.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** How far a position reaches that is for a programme, and how deep a province sees. */
class ScopeTest {

    private static final UnitId PROVINCE = new UnitId("tinh");
    private static final UnitId OFFICE = new UnitId("so");
    private static final UnitId COMMUNE = new UnitId("xa");
    private static final UnitId POLICE = new UnitId("congan");
    private static final UnitId ECONOMY = new UnitId("kinhte");
    private static final PersonId PERSON = new PersonId("ai");
    private static final List<String> OF_06 = Marks.with(List.of("ra", "soat"), "Đề án số 06", false);
    private static final List<String> OF_57 = Marks.with(List.of("ra", "soat"), "NQ 57", true);
    private static final List<String> OF_NONE = List.of("ra", "soat");

    private final DirectoryCopy directory = new DirectoryCopy(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void aProvinceWithACommune() {
        unit(PROVINCE, UnitKind.PROVINCE, null, null);
        unit(OFFICE, UnitKind.DEPARTMENT, PROVINCE, null);
        unit(COMMUNE, UnitKind.COMMUNE, PROVINCE, COMMUNE);
        unit(POLICE, UnitKind.POLICE, COMMUNE, COMMUNE);
        unit(ECONOMY, UnitKind.OFFICE, COMMUNE, COMMUNE);
    }

    @Test
    void whom_a_commune_names_sees_all_of_it_and_decides_there_and_nowhere_else() {
        holds("p1", POLICE, Role.UNIT_HEAD, null);
        assertThat(caller().branch().covers(PROVINCE, COMMUNE, Set.of(ECONOMY))).isFalse();
        assertThat(caller().decidesIn(COMMUNE)).isFalse();

        put("settings/" + COMMUNE, new SettingsState(COMMUNE, null, List.of(), List.of(), null, null, null, null, null, new PositionId("p1")));
        assertThat(caller().branch().covers(PROVINCE, COMMUNE, Set.of(ECONOMY))).isTrue();
        assertThat(caller().branch().covers(PROVINCE, new UnitId("xa-khac"), Set.of(ECONOMY))).isFalse();
        assertThat(caller().decidesIn(COMMUNE)).isTrue();
        assertThat(caller().decidesIn(new UnitId("xa-khac"))).isFalse();

        put("settings/xa-khac", new SettingsState(new UnitId("xa-khac"), null, List.of(), List.of(), null, null, null, null, null, new PositionId("p1")));
        assertThat(caller().decidesIn(new UnitId("xa-khac"))).as("another commune cannot name it").isFalse();
        holds("p1", POLICE, Role.INSPECTION, null);
        assertThat(caller().decidesIn(COMMUNE)).as("inspection writes nothing").isFalse();
        holds("p1", POLICE, Role.UNIT_HEAD, new ProgrammeScope("Đề án số 06", null));
        assertThat(caller().decidesIn(COMMUNE)).isFalse();
    }

    @Test
    void a_position_for_a_programme_sees_of_all_units_what_belongs_to_it_and_nothing_else() {
        holds("p1", POLICE, Role.COMMUNE_STANDING, new ProgrammeScope("Đề án số 06", "Đề án số 06"));
        var branch = caller().branch();

        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(ECONOMY), OF_06)).isTrue();
        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(POLICE), OF_57)).isFalse();
        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(POLICE), OF_NONE)).isFalse();
        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(POLICE))).isFalse();
        assertThat(branch.covers(PROVINCE, new UnitId("xa-khac"), Set.of(ECONOMY), OF_06)).isFalse();
        assertThat(branch.figures().communes()).isEmpty();
    }

    @Test
    void it_is_the_same_programme_under_each_of_its_names_and_no_other_one() {
        holds("p1", POLICE, Role.COMMUNE_STANDING, new ProgrammeScope("ĐA 06/CP", "Đề án 06"));
        var branch = caller().branch();

        for (var name : List.of("Đề án 06", "Đề án số 06", "ĐA 06", "Đề án 06/CP")) {
            assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(ECONOMY), Marks.with(List.of(), name, false))).as(name).isTrue();
            assertThat(caller().actingOn(name).isIn(COMMUNE, Role.COMMUNE_STANDING)).as(name).isTrue();
        }
        for (var name : List.of("Đề án 60", "Quyết định số 06", "NQ 06", "DA 06")) {
            assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(ECONOMY), Marks.with(List.of(), name, false))).as(name).isFalse();
            assertThat(caller().actingOn(name).isIn(COMMUNE, Role.COMMUNE_STANDING)).as(name).isFalse();
        }
        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(ECONOMY), List.of("~deanso06"))).as("as it was marked before").isTrue();
    }

    @Test
    void what_has_no_marks_of_its_own_is_seen_with_the_whole_that_it_is_a_part_of() {
        holds("p1", POLICE, Role.COMMUNE_STANDING, new ProgrammeScope("Đề án 06", "Đề án 06"));
        holds("p2", ECONOMY, Role.UNIT_HEAD, null);
        var branch = caller().branch();

        assertThat(branch.partsOf(OF_06).covers(PROVINCE, COMMUNE, Set.of(POLICE))).isTrue();
        assertThat(branch.partsOf(OF_06).covers(PROVINCE, new UnitId("xa-khac"), Set.of(POLICE))).isFalse();
        assertThat(branch.partsOf(OF_57).covers(PROVINCE, COMMUNE, Set.of(POLICE))).isFalse();
        assertThat(branch.partsOf(OF_NONE)).isEqualTo(branch);
        holds("p1", POLICE, Role.UNIT_HEAD, new ProgrammeScope("Đề án 06", "Đề án 06"));
        holds("p2", ECONOMY, Role.INSPECTION, new ProgrammeScope("NQ 57", null));
        assertThat(caller().branch().partsOf(OF_06).covers(PROVINCE, COMMUNE, Set.of(POLICE))).as("of its unit").isTrue();
        assertThat(caller().branch().partsOf(OF_06).covers(PROVINCE, COMMUNE, Set.of(ECONOMY))).isFalse();
    }

    @Test
    void it_acts_where_the_programme_is_and_nowhere_else() {
        holds("p1", POLICE, Role.COMMUNE_STANDING, new ProgrammeScope(null, "NQ 57"));
        var caller = caller();

        assertThat(caller.branch().communes()).as("it reads everything").containsExactly(COMMUNE);
        assertThat(caller.isIn(COMMUNE, Role.COMMUNE_STANDING)).isFalse();
        assertThat(caller.worksIn(Set.of(POLICE))).isFalse();
        assertThat(caller.actingOn("Nghị quyết số 57-NQ/TW").isIn(COMMUNE, Role.COMMUNE_STANDING)).isTrue();
        assertThat(caller.actingOn("Đề án 06").isIn(COMMUNE, Role.COMMUNE_STANDING)).isFalse();
        assertThat(caller.actingOn(null).isIn(COMMUNE, Role.COMMUNE_STANDING)).isFalse();
    }

    @Test
    void another_position_of_the_same_person_is_not_narrowed() {
        holds("p1", POLICE, Role.COMMUNE_STANDING, new ProgrammeScope("Đề án 06", "Đề án 06"));
        holds("p2", POLICE, Role.UNIT_HEAD, null);
        var caller = caller();

        assertThat(caller.worksIn(Set.of(POLICE))).isTrue();
        assertThat(caller.branch().covers(PROVINCE, COMMUNE, Set.of(POLICE), OF_NONE)).isTrue();
        assertThat(caller.branch().covers(PROVINCE, COMMUNE, Set.of(ECONOMY), OF_NONE)).isFalse();
    }

    @Test
    void the_province_sees_rows_as_deep_as_it_decided_and_figures_always() {
        holds("p1", OFFICE, Role.PROVINCE_STANDING, null);
        assertThat(sees(OF_NONE)).isTrue();
        depth(Depth.INTEREST);
        assertThat(sees(OF_NONE)).isFalse();
        assertThat(sees(OF_06)).isFalse();
        assertThat(sees(OF_57)).isTrue();
        depth(Depth.FIGURES);
        assertThat(sees(OF_57)).isFalse();

        var branch = caller().branch();
        assertThat(branch.figures().provinces()).containsExactly(PROVINCE);
        assertThat(branch.covers(PROVINCE, PROVINCE, Set.of())).as("what is the province's own").isTrue();
        assertThat(branch.covers(PROVINCE, COMMUNE, Set.of(OFFICE))).as("what an office of it gave or is owed").isTrue();
    }

    private boolean sees(List<String> tokens) {
        return caller().branch().covers(PROVINCE, COMMUNE, Set.of(ECONOMY), tokens);
    }

    private Caller caller() {
        return Caller.of(PERSON, directory, LocalDate.of(2026, 10, 1));
    }

    private void depth(Depth depth) {
        put("settings/" + PROVINCE, new SettingsState(PROVINCE, null, List.of(), List.of(), null, null, null, null, depth));
    }

    private void holds(String id, UnitId unit, Role role, @Nullable ProgrammeScope scope) {
        put("position/" + id, new PositionState(new PositionId(id), unit, id, role, PERSON, null, null, scope));
    }

    private void unit(UnitId id, UnitKind kind, @Nullable UnitId parent, @Nullable UnitId commune) {
        put("unit/" + id, new UnitState(id, id.value(), List.of(), kind, parent, commune, PROVINCE, false, true));
    }

    private void put(String key, Object state) {
        directory.apply(key, EventJson.mapper().writeValueAsBytes(state));
    }
}
